import type { Exception } from "./exception";

/**
 * Where the CRM's files know other forms of a refusal than the sandbox gives; of Books they know none. Each
 * excuses the one refusal that it names.
 */
export const refusalExceptions: readonly Exception[] = [
  {
    page: "crm/records/many",
    file: "record.json",
    call: "DELETE /{module}",
    part: "answer 400",
    problem: /./,
    refusal: "data[] INVALID_DATA id",
    reason: "Zoho's example of mixed results has INVALID_DATA with the id of the record that is not there.",
  },
  {
    page: "crm/tags",
    file: "tags-actions.json",
    call: "POST /{module}/actions/add_tags",
    part: "answer 400",
    problem: /./,
    refusal: "data[] INVALID_DATA id",
    reason:
      "Zoho's example refuses a locked record so; of one that is not there nobody says, as FIDELITY.md lists.",
  },
  {
    page: "crm/tags",
    file: "tags-actions.json",
    call: "POST /{module}/actions/remove_tags",
    part: "answer 400",
    problem: /./,
    refusal: "data[] INVALID_DATA id",
    reason:
      "Zoho's example refuses a locked record so; of one that is not there nobody says, as FIDELITY.md lists.",
  },
  {
    page: "crm/related",
    file: "get-related-records-count.json",
    call: "POST /{moduleApiName}/{recordId}/actions/get_related_records_count",
    part: "answer 400",
    problem: /./,
    refusal: "INVALID_DATA resource_path_index",
    reason: "The file has no refusal of the record; Zoho's example of an ID of nothing has this.",
  },
  {
    page: "crm/records/mass",
    file: "mass-update.json",
    call: "POST /{module}/actions/mass_update",
    part: "answer 400",
    problem: /./,
    refusal: "INVALID_DATA api_name id json_path",
    reason: "The file has no refusal of a custom view; Zoho's example of a mass delete by one has this.",
  },
  {
    page: "crm/settings/retention",
    file: "recycle-bin.json",
    call: "POST /settings/recycle_bin/actions/restore",
    part: "answer 400",
    problem: /./,
    refusal: "recycle_bin[] INVALID_DATA id",
    reason:
      "Zoho's example of mixed results has INVALID_DATA with its id; so has the sandbox where none was found.",
  },
  {
    page: "crm/settings/automation",
    call: "POST /{module}/actions/enrol_in_cadences",
    part: "answer 400",
    problem: /./,
    refusal: "INVALID_DATA api_name json_path",
    reason: "The file does not have it; Zoho's page and its example of an ID of nothing do.",
  },
  {
    page: "crm/settings/automation",
    call: "POST /{module}/actions/unenrol_from_cadences",
    part: "answer 400",
    problem: /./,
    refusal: "INVALID_DATA api_name json_path",
    reason: "The file does not have it; Zoho's page and its example of an ID of nothing do.",
  },
  {
    page: "crm/settings/unavailability",
    call: "POST /settings/users_unavailability",
    part: "answer 400",
    problem: /./,
    refusal: "users_unavailability[] INVALID_DATA api_name json_path",
    reason: "The file has the words of a missing field for every refusal, which no page of Zoho's has.",
  },
  {
    page: "crm/settings/unavailability",
    call: "DELETE /settings/users_unavailability/{id}",
    part: "answer 400",
    problem: /./,
    refusal: "INVALID_DATA resource_path_index",
    reason:
      "The file names a place in a body, which a deletion does not have; other lists of Setup say this.",
  },
  {
    page: "crm/inventory",
    file: "inventory-mass-convert.json",
    call: "POST /{module_api_name}/actions/mass_convert",
    part: "answer 400",
    problem: /./,
    refusal: "INVALID_DATA api_name json_path",
    reason:
      "The file has the same form of details several times where one alone is to fit, so that none does.",
  },
  {
    page: "crm/email/mailMerge",
    file: "mail-merge.json",
    part: "answer 400",
    problem: /./,
    refusal: "send_mail_merge[] INVALID_DATA api_name json_path",
    reason: "Zoho's page says INVALID_DATA of a template that is not there; the file has no refusal of it.",
  },
  {
    page: "crm/email/mailMerge",
    file: "mail-merge.json",
    part: "answer 400",
    problem: /./,
    refusal: "sign_mail_merge[] INVALID_DATA api_name json_path",
    reason: "Zoho's page says INVALID_DATA of a template that is not there; the file has no refusal of it.",
  },
  {
    page: "crm/email/mailMerge",
    file: "mail-merge.json",
    part: "answer 400",
    problem: /./,
    refusal: "download_mail_merge[] INVALID_DATA api_name json_path",
    reason: "Zoho's page says INVALID_DATA of a template that is not there; the file has no refusal of it.",
  },
];
