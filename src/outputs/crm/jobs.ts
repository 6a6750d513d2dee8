const jobId = "5725767000001408012";
const summary = { total: 120, succeeded: 118, failed: 2, requests: 3, credits: 3 };

const jobOf = (counts: object) => ({ data: [{ Status: "COMPLETED", ...counts, job_id: jobId }], summary });

export const massUpdatedExample = jobOf({
  Total_Count: 120,
  Updated_Count: 118,
  Not_Updated_Count: 1,
  Failed_Count: 1,
});

export const massDeletedExample = jobOf({ Total_Count: 120, Deleted_Count: 118, Failed_Count: 2 });

export const massConvertedExample = jobOf({
  Total_Count: 120,
  Converted_Count: 118,
  Not_Converted_Count: 1,
  Failed_Count: 1,
});

export const mergedExample = {
  merge: [
    {
      code: "SUCCESS",
      details: { id: "5725767000000524001" },
      message: "records merged successfully",
      status: "success",
    },
  ],
};
