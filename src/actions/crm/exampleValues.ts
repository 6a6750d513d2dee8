/** What examples have in common. */

export const time = "2026-03-01T09:00:00+01:00";

export const user = { name: "Patricia Boyle", id: "5725767000000411001" };

export const owner = { ...user, email: "patricia.boyle@example.com" };

export const recordId = "5725767000000524001";

/** What Zoho tells of a record that was written. */
export const writtenDetails = {
  Modified_Time: time,
  Modified_By: user,
  Created_Time: time,
  id: recordId,
  Created_By: user,
};

/** What Zoho tells of a record that was created. */
export const createdDetails = { ...writtenDetails, $approval_state: "approved" };

/** Zoho's description of the only page of a list that is read by numbers. */
export const numberedPageInfo = { per_page: 200, count: 1, page: 1, more_records: false };

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

/** Zoho's description of the first page of the records of a module. */
export const recordPageInfo = {
  call: false,
  per_page: 200,
  next_page_token: "c8582xx9e7c7",
  count: 1,
  sort_by: "id",
  page: 1,
  previous_page_token: null,
  page_token_expiry: "2026-03-02T09:00:00+01:00",
  sort_order: "desc",
  email: false,
  more_records: true,
};

/** A lead with a few fields, as lists show it. */
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

/** A lead as Get shows it, with the keys of an answer of a live organization. */
export const wholeRecordExample = {
  data: [
    {
      Owner: owner,
      Company: "ABC Inc.",
      Email: "ada.burns@example.com",
      $currency_symbol: "$",
      $field_states: null,
      Last_Activity_Time: time,
      Industry: "Small/Medium Enterprise",
      $state: "save",
      Unsubscribed_Mode: null,
      $process_flow: false,
      Street: "27 Collins Street",
      $locked_for_me: false,
      Zip_Code: "3000",
      id: "5725767000000524001",
      $approval: { delegate: false, approve: false, reject: false, resubmit: false },
      Created_Time: time,
      $editable: true,
      City: "Melbourne",
      No_of_Employees: 1606,
      State: "Victoria",
      Country: "Australia",
      Created_By: owner,
      Annual_Revenue: 250000,
      Secondary_Email: null,
      Description: null,
      Rating: null,
      $review_process: { approve: false, reject: false, resubmit: false },
      Website: null,
      Twitter: null,
      Salutation: null,
      First_Name: "Ada",
      Lead_Status: "Junk Lead",
      Full_Name: "Ada Burns",
      Record_Image: null,
      Modified_By: owner,
      $review: null,
      Skype_ID: null,
      Phone: "+1 555 5728",
      Email_Opt_Out: false,
      Designation: "IT Manager",
      Modified_Time: time,
      Unsubscribed_Time: null,
      Mobile: null,
      $orchestration: false,
      Last_Name: "Burns",
      $in_merge: false,
      Locked__s: false,
      Lead_Source: "Sales Email Alias",
      Tag: [],
      Fax: null,
      $approval_state: "approved",
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

/**
 * What becomes of the second record where its ID is of none; the key is that under which the call lists IDs.
 */
export const unknownSecond = (key: "id" | "ids") => ({
  index: 1,
  status: "error",
  code: "INVALID_DATA",
  message: "the id given seems to be invalid",
  details: { api_name: key, json_path: key === "ids" ? "$.ids[1]" : "$.data[1].id" },
  hint: "Check the value against the field's type and limits, and that an ID belongs to a record.",
});

export const oneOfTwo = { total: 2, succeeded: 1, failed: 1, requests: 1, credits: 1 };

/** What Zoho answers to a write of one thing: what became of it, under the key of its kind. */
export const written = (key: string, id: string, message: string) => ({
  [key]: [{ code: "SUCCESS", details: { id }, message, status: "success" }],
});
