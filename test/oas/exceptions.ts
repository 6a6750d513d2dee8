import type { Difference } from "./compare";

/** A place where Zoho's files and what is played here do not say the same, and why. */
export interface Exception {
  /** Any file when left out. */
  readonly file?: string;
  /** The call as the file has it; any when left out. */
  readonly call?: string;
  /** `path`, `query`, `body`, `status` or `answer 200`; the beginning is enough. */
  readonly part: string;
  readonly problem: RegExp;
  readonly reason: string;
}

/** Where the files are wrong: Zoho's documentation or its answers say otherwise. */
const wrongFiles: readonly Exception[] = [
  {
    part: "status",
    problem: /^207 /,
    reason:
      "Some good and some failed items are 207, as the pages about writing records say; the files are loose about statuses.",
  },
  {
    file: "fields.json",
    part: "query",
    problem: /^include is missing/,
    reason: "The parameter is optional on Zoho's page, whose samples go without it.",
  },
  {
    file: "record.json",
    call: "DELETE /{module}",
    part: "query",
    problem: /^wf_trigger/,
    reason: "The page about deleting records has the parameter.",
  },
  {
    file: "record.json",
    call: "GET /{module}",
    part: "answer 200",
    problem: /_page_token must be string|page_token_expiry must be string/,
    reason: "The first and the last page have null here, as the page about records shows.",
  },
  {
    file: "record.json",
    call: "GET /{module}/{recordID}",
    part: "answer 200",
    problem: /_By must NOT have additional properties \(email\)/,
    reason: "The samples of the page about records name people with their e-mail address.",
  },
  {
    file: "notifications.json",
    call: "GET /actions/watch",
    part: "query",
    problem: /^per_page is sent/,
    reason: "The page about notification details pages by page and per_page.",
  },
  {
    file: "notifications.json",
    call: "POST /actions/watch",
    part: "body",
    problem:
      /additional properties \((notification_condition|notify_on_related_action|return_affected_field_values)\)/,
    reason: "The page about enabling notifications has these keys in its table of inputs and in its sample.",
  },
  {
    file: "notifications.json",
    call: "PATCH /actions/watch",
    part: "body",
    problem: /^the whole must/,
    reason:
      "The samples of the pages about updating and disabling send a list of channels under watch, as enabling does.",
  },
  {
    file: "notifications.json",
    call: "PATCH /actions/watch",
    part: "answer 200",
    problem: /required property 'channel_expiry'/,
    reason:
      "An event that was dropped has no channel left to expire: the sample of the page goes without it.",
  },
  {
    file: "record.json",
    call: "POST /{module}/upsert",
    part: "answer 200",
    problem: /additional properties \((action|duplicate_field)\)|\$approval_state/,
    reason: "The page about upserting says what was done by these two keys, and has no approval state.",
  },
  {
    file: "record.json",
    call: "PUT /{module}",
    part: "answer 200",
    problem: /\$approval_state/,
    reason: "Only new records have an approval state in the samples.",
  },
  {
    file: "mass-update.json",
    call: "POST /{module}/actions/mass_update",
    part: "body",
    problem: /'ids'|\(cvid\)/,
    reason: "The file knows ids alone; the page has custom views too.",
  },
  {
    file: "mass-update.json",
    call: "POST /{module}/actions/mass_update",
    part: "answer 200",
    problem: /\/data\[\]\/details /,
    reason: "The file knows the answer to ids alone; a custom view is answered with a job.",
  },
  {
    file: "mass-change-owner.json",
    call: "GET /{module}/actions/mass_change_owner",
    part: "answer 200",
    problem: /Status must be equal to one of the allowed values \(COMPLETED\)/,
    reason: "The file's only state is the last one; other mass jobs list the states before it.",
  },
  {
    file: "mass-convert.json",
    call: "POST /Leads/actions/mass_convert",
    part: "body",
    problem: /\/Deals must NOT have additional properties/,
    reason: "The description of the same key says that any field of a deal may be given.",
  },
  {
    file: "deal-contact-roles.json",
    part: "body",
    problem: /Contact_Role/,
    reason:
      "The page takes the name of a role as well as its id; a link without a role is for Zoho to refuse.",
  },
  {
    file: "tags-actions.json",
    part: "body",
    problem: /\/ids must be/,
    reason: "The file has one sample id as the only value; the page has a list of up to 500.",
  },
  {
    file: "tags-actions.json",
    call: "POST /{module}/actions/add_tags",
    part: "query",
    problem: /^module is missing/,
    reason: "The path names the module.",
  },
  {
    file: "tags.json",
    part: "query",
    problem: /^module is /,
    reason: "The file has the parameter of another call as a pattern; the page takes any module's name.",
  },
  {
    file: "related-records.json",
    part: "",
    problem: /Emails|next_index|prev_index|required property '(page|data)'|^fields is missing/,
    reason:
      "The files have nothing about the e-mails of a record, whose path looks like that of a related list.",
  },
  {
    call: "GET /{module}/{id}/actions/blueprint",
    part: "path",
    problem: /no file/,
    reason: "Zoho has published no file about blueprints of records.",
  },
  {
    call: "PUT /{module}/{id}/actions/blueprint",
    part: "path",
    problem: /no file/,
    reason: "Zoho has published no file about blueprints of records.",
  },
  {
    file: "org.json",
    part: "answer 200",
    problem: /\(max_per_page\)/,
    reason: "Organisations are seen to have it.",
  },
  {
    file: "roles.json",
    part: "answer 200",
    problem: /\(admin_user\)/,
    reason: "The page about roles shows it.",
  },
  {
    file: "pipeline.json",
    part: "answer 200",
    problem: /\(probability\)/,
    reason: "Stages are seen to have their probability.",
  },
  {
    file: "modules.json",
    part: "answer 200",
    problem: /\(visible\)/,
    reason: "Modules are seen to keep the older flag beside visibility.",
  },
  {
    file: "fields.json",
    part: "answer 200",
    problem:
      /pick_list_values.*(deal_category|forecast_category|forecast_type|probability)|pick_list_values (must be null|must match)/,
    reason: "The stages of deals are seen to have these.",
  },
  {
    file: "fields.json",
    part: "answer 200",
    problem: /colour_code must be string|quick_sequence_number must be string/,
    reason: "They are null where a picklist has no colours and a field no place in the quick form.",
  },
  {
    file: "users.json",
    part: "body",
    problem: /(role|profile) must have required property 'name'/,
    reason: "The page about adding users names the role and the profile by their ids.",
  },
  {
    file: "email-templates.json",
    part: "answer 200",
    problem: /name must match pattern/,
    reason: "The file has five letters as the pattern of a name, which the samples of the page do not fit.",
  },
  {
    file: "inventory-templates.json",
    part: "answer 200",
    problem: /name must match pattern/,
    reason: "The file has five letters as the pattern of a name, which the samples of the page do not fit.",
  },
  {
    call: "POST /functions/greet/actions/execute",
    part: "path",
    problem: /no file/,
    reason: "Zoho has published no file about functions.",
  },
  {
    file: "recycle-bin.json",
    call: "GET /settings/recycle_bin",
    part: "query",
    problem: /^(page|per_page) is sent/,
    reason: "The answer's paging block and the page about the recycle bin have them.",
  },
  {
    file: "record.json",
    call: "GET /{module}/{recordID}",
    part: "answer 200",
    problem: /\(org_taxes\)/,
    reason:
      "Zoho has published no file about the taxes of an organization, whose path looks like that of a record.",
  },
  {
    file: "variables.json",
    call: "POST /settings/variables",
    part: "body",
    problem: /value must be integer|type must be equal|id must NOT have more than/,
    reason: "The page's samples give every value as text, and its table has more types of variables.",
  },
];

/** Where the sandbox gives less than the files say, or in an older form; FIDELITY.md tells of it. */
const approximations: readonly Exception[] = [
  {
    file: "custom-views.json",
    part: "answer 200",
    problem: /created_|modified_|'module'/,
    reason: "The views of the sandbox have neither times and people of their own nor their module.",
  },
  {
    file: "modules.json",
    call: "GET /settings/modules/{moduleIdentifier}",
    part: "answer 200",
    problem: /\/custom_view must have/,
    reason: "The sandbox names a module's view by id and name alone.",
  },
  {
    file: "fields.json",
    part: "answer 200",
    problem: /\/(lookup|multiselectlookup|multiuserlookup)[ /]/,
    reason: "The sandbox describes lookups with the keys of the older versions beside those of the newer.",
  },
  {
    file: "layouts.json",
    call: "GET /settings/layouts",
    part: "answer 200",
    problem: /^\/layouts/,
    reason:
      "The sandbox gives of a layout its sections, fields and profiles, without the marks of its editor.",
  },
];

export const exceptions: readonly Exception[] = [...wrongFiles, ...approximations];

export const excuses = ({ file, call, part, problem }: Exception, difference: Difference): boolean =>
  (file === undefined || file === difference.file) &&
  (call === undefined || call === difference.call) &&
  difference.part.startsWith(part) &&
  problem.test(difference.problem);
