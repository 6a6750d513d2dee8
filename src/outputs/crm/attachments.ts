export const attachedExample = {
  data: [
    {
      code: "SUCCESS",
      details: {
        Modified_Time: "2026-03-01T09:00:00+01:00",
        Modified_By: { name: "Patricia Boyle", id: "5725767000000411001" },
        Created_Time: "2026-03-01T09:00:00+01:00",
        id: "5725767000000530001",
        Created_By: { name: "Patricia Boyle", id: "5725767000000411001" },
      },
      message: "attachment uploaded successfully",
      status: "success",
    },
  ],
};
