/** What examples have in common. */

export const time = "2026-03-01T09:00:00+01:00";

export const user = { name: "Patricia Boyle", id: "5725767000000411001" };

export const owner = { ...user, email: "patricia.boyle@example.com" };

/** Zoho's description of the only page of a list below a record. */
export const pageInfo = {
  per_page: 200,
  next_page_token: null,
  count: 1,
  page: 1,
  previous_page_token: null,
  page_token_expiry: null,
  more_records: false,
};

export const recordExample = {
  data: [
    {
      id: "5725767000000524001",
      Last_Name: "Burns",
      First_Name: "Ada",
      Email: "ada.burns@example.com",
      Company: "ABC Inc.",
      Annual_Revenue: 250000,
      Owner: owner,
    },
  ],
};

const jobId = "5725767000001408012";

const summary = { total: 120, succeeded: 118, failed: 2, requests: 3, credits: 3 };

/** The answer of an action that waited for its job, with the counts that the job told. */
export const jobOf = (counts: object) => ({
  data: [{ Status: "COMPLETED", ...counts, job_id: jobId }],
  summary,
});

export const recordId = "5725767000000524001";

/** The answer of a conversion. */
export const converted = (details: object) => ({
  data: [
    {
      code: "SUCCESS",
      details,
      message: "The record has been converted successfully",
      status: "success",
    },
  ],
});
