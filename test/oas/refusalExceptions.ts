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
    reason: "The page about deleting has one result for each id, and INVALID_DATA for an id of no record.",
  },
  {
    page: "crm/tags",
    file: "tags-actions.json",
    call: "POST /{module}/actions/add_tags",
    part: "answer 400",
    problem: /./,
    refusal: "data[] INVALID_DATA id",
    reason: "Nobody wrote down how unknown records are answered; FIDELITY.md lists it as open.",
  },
  {
    page: "crm/tags",
    file: "tags-actions.json",
    call: "POST /{module}/actions/remove_tags",
    part: "answer 400",
    problem: /./,
    refusal: "data[] INVALID_DATA id",
    reason: "Nobody wrote down how unknown records are answered; FIDELITY.md lists it as open.",
  },
  {
    page: "crm/records/mass",
    file: "mass-delete-cvid.json",
    call: "POST /{module}/actions/mass_delete",
    part: "answer 400",
    problem: /./,
    refusal: "INVALID_DATA api_name json_path",
    reason: "The file has no refusal of a custom view that is not there; the sandbox names the parameter.",
  },
  {
    page: "crm/records/mass",
    file: "mass-update.json",
    call: "POST /{module}/actions/mass_update",
    part: "answer 400",
    problem: /./,
    refusal: "INVALID_DATA api_name json_path",
    reason: "The file has no refusal of a custom view that is not there; the sandbox names the parameter.",
  },
  {
    page: "crm/records/write",
    file: "record.json",
    call: "POST /{module}/{recordID}/actions/clone",
    part: "answer 400",
    problem: /must NOT have additional properties \((code|details|message|status)\)/,
    refusal: "INVALID_DATA resource_path_index",
    reason: "The file describes results alone; an id of no record is refused as a whole, as everywhere.",
  },
  {
    page: "crm/settings/retention",
    file: "recycle-bin.json",
    call: "POST /settings/recycle_bin/actions/restore",
    part: "answer 400",
    problem: /./,
    refusal: "recycle_bin[] INVALID_DATA api_name json_path",
    reason: "The file's good answer has one result for each id, and so has the sandbox where none was found.",
  },
  {
    page: "crm/settings/automation",
    call: "POST /{module}/actions/enrol_in_cadences",
    part: "answer 400",
    problem: /./,
    refusal: "INVALID_DATA api_name json_path",
    reason:
      "The file has refusals of other kinds alone; an id of nothing is INVALID_DATA with its place, as v8's pages have it elsewhere.",
  },
  {
    page: "crm/settings/automation",
    call: "POST /{module}/actions/unenrol_from_cadences",
    part: "answer 400",
    problem: /./,
    refusal: "INVALID_DATA api_name json_path",
    reason:
      "The file has refusals of other kinds alone; an id of nothing is INVALID_DATA with its place, as v8's pages have it elsewhere.",
  },
  {
    page: "crm/settings/people",
    call: "PUT /contacts/roles/{role}",
    part: "answer 400",
    problem: /./,
    refusal: "INVALID_DATA resource_path_index",
    reason:
      "The file has refusals of other kinds alone; an id of nothing is INVALID_DATA with its place, as v8's pages have it elsewhere.",
  },
  {
    page: "crm/settings/people",
    call: "DELETE /contacts/roles/{role}",
    part: "answer 400",
    problem: /./,
    refusal: "INVALID_DATA resource_path_index",
    reason:
      "The file has refusals of other kinds alone; an id of nothing is INVALID_DATA with its place, as v8's pages have it elsewhere.",
  },
];
