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
