/** Example answers of the record actions, as Zoho documents them. */

const user = { name: "Patricia Boyle", id: "5725767000000411001" };

const written = (message: string) => ({
  code: "SUCCESS",
  details: {
    Modified_Time: "2026-03-01T09:00:00+01:00",
    Modified_By: user,
    Created_Time: "2026-03-01T09:00:00+01:00",
    id: "5725767000000524001",
    Created_By: user,
  },
  message,
  status: "success",
});

export const recordExample = {
  data: [
    {
      id: "5725767000000524001",
      Last_Name: "Burns",
      First_Name: "Ada",
      Email: "ada.burns@example.com",
      Company: "ABC Inc.",
      Annual_Revenue: 250000,
      Owner: { ...user, email: "patricia.boyle@example.com" },
    },
  ],
};

export const recordListExample = {
  ...recordExample,
  info: {
    per_page: 200,
    next_page_token: "c8582xx9e7c7",
    count: 1,
    sort_by: "id",
    page: 1,
    previous_page_token: null,
    page_token_expiry: "2026-03-02T09:00:00+01:00",
    sort_order: "desc",
    more_records: true,
  },
};

export const createdExample = { data: [written("record added")] };
export const updatedExample = { data: [written("record updated")] };

export const removedExample = {
  data: [
    {
      code: "SUCCESS",
      details: { id: "5725767000000524001" },
      message: "record deleted",
      status: "success",
    },
  ],
};

const summary = { total: 2, succeeded: 1, failed: 1, requests: 1, credits: 1 };

const outcomesOf = (message: string, action: string) => ({
  data: [
    { index: 0, status: "success", code: "SUCCESS", message, id: "5725767000000524001", action, details: {} },
    {
      index: 1,
      status: "error",
      code: "MANDATORY_NOT_FOUND",
      message: "required field not found: Last_Name",
      details: { api_name: "Last_Name" },
    },
  ],
  summary,
});

export const manyCreatedExample = outcomesOf("record added", "insert");
export const manyUpdatedExample = outcomesOf("record updated", "update");
export const manyRemovedExample = outcomesOf("record deleted", "delete");

export const upsertedExample = {
  data: [{ ...written("record updated"), action: "update", duplicate_field: "Email" }],
};

export const foundOrCreatedExample = {
  created: false,
  id: "5725767000000524001",
  data: recordExample.data.map((record) => ({ ...record, Owner: user })),
};

export const allRecordsExample = {
  data: [{ id: "5725767000000524001", Last_Name: "Burns", Email: "ada.burns@example.com" }],
  info: { count: 1, more_records: false, method: "coql", requests: 2, credits: 2 },
};
