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
