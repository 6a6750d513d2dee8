import type { Exception } from "./exception";

/** Where the files about what an administrator sets up are wrong, or say nothing. */
export const setupExceptions: readonly Exception[] = [
  {
    page: "crm/settings/currencies",
    file: "record.json",
    call: "GET /{module}/{recordID}",
    part: "answer 200",
    problem: /\(org_taxes\)/,
    reason:
      "Zoho has published no file about the taxes of an organization, whose path looks like that of a record.",
  },
  {
    page: "crm/settings/variables",
    file: "variables.json",
    call: "POST /settings/variables",
    part: "body",
    problem: /value must be integer|type must be equal|id must NOT have more than/,
    reason: "The page's samples give every value as text, and its table has more types of variables.",
  },
  {
    page: "crm/settings/users",
    file: "users.json",
    part: "body",
    problem: /(role|profile) must have required property 'name'/,
    reason: "The page about adding users names the role and the profile by their ids.",
  },
  {
    page: "crm/settings/reference",
    file: "email-templates.json",
    part: "answer 200",
    problem: /name must match pattern/,
    reason: "The file has five letters as the pattern of a name, which the samples of the page do not fit.",
  },
  {
    page: "crm/settings/reference",
    file: "inventory-templates.json",
    part: "answer 200",
    problem: /name must match pattern/,
    reason: "The file has five letters as the pattern of a name, which the samples of the page do not fit.",
  },
  {
    page: "crm/settings/automation",
    call: "POST /functions/greet/actions/execute",
    part: "path",
    problem: /no file/,
    reason: "Zoho has published no file about functions.",
  },
  {
    page: "crm/settings/currencies",
    file: "record.json",
    call: "PUT /{module}/{recordID}",
    part: "",
    problem: /./,
    reason: "Zoho has published no file about taxes; the models of its SDK have what is sent and answered.",
  },
  {
    page: "crm/tags",
    file: "tags.json",
    call: "PUT /settings/tags/{id}",
    part: "query",
    problem: /^id is missing/,
    reason: "The file asks in the query for the id that stands in the path.",
  },
  {
    page: "crm/settings/retention",
    file: "backup.json",
    call: "POST /backup",
    part: "body",
    problem: /^\/backup must have required property/,
    reason:
      "The file asks of a request for every key of the answer; the page has the rule alone, or nothing.",
  },
  {
    page: "crm/email/drafts",
    file: "email-drafts.json",
    part: "",
    problem: /must match pattern/,
    reason: "The file has five letters at zoho.com as the pattern of every address.",
  },
  {
    page: "crm/email/drafts",
    file: "email-drafts.json",
    call: "GET /{module}/{record}/__email_drafts",
    part: "answer 200",
    problem: /(inventory|schedule)_details must be object|^\/info must NOT/,
    reason:
      "A draft with neither a template nor a schedule has null for them, and a list has its paging block, which the file leaves empty.",
  },
  {
    page: "crm/settings/territories",
    file: "territory-users.json",
    part: "answer 200",
    problem: /\(email\)$/,
    reason: "The file asks for the email of a user, and has no property of that name.",
  },
  {
    page: "crm/related",
    file: "get-related-records-count.json",
    part: "answer 200",
    problem: /^\/get_related_records_count\[\] must be array/,
    reason: "The SDK of v8 reads a list of counts, and breaks at the list of lists that the file has.",
  },
  {
    page: "crm/settings/unavailability",
    file: "users-unavailability.json",
    part: "",
    problem: /must have required property '(service|title|all_day|tp_\w+|id|name|zuid)'/,
    reason:
      "The file asks for every key of its model; the page's samples have the times, the comments and the user.",
  },
  {
    page: "crm/settings/unavailability",
    file: "users-unavailability.json",
    part: "answer 200",
    problem: /must match exactly one|\(Unavailability Hours saved successfully\)/,
    reason: "The file has the words of saving for deletions too, which the page has in others.",
  },
  {
    page: "crm/email/drafts",
    file: "associate-email.json",
    part: "body",
    problem: /data|Emails/,
    reason: "The file has data; Zoho's SDK and the answers of its examples have Emails.",
  },
  {
    page: "crm/email/drafts",
    file: "associate-email.json",
    part: "answer",
    problem: /./,
    reason: "The file has data; Zoho's SDK and the answers of its examples have Emails.",
  },
];
