// Further flows of the SDK of v8, as data: a package, its method, and what goes into the request.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { pictureFile } from "./program.mjs";

const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);

const PREFIX = "core/com/zoho/crm/api/";

/** What makes the SDK's models of plain values, by the descriptions that the SDK has of them itself. */
export function tools(sdk, name) {
  const root = path.dirname(createRequire(import.meta.url).resolve(name));
  const descriptions = JSON.parse(readFileSync(path.join(root, "config/json_details.json"), "utf8"));
  const { Choice, HeaderMap, ParameterMap, StreamWrapper } = sdk;

  function plainOf({ type, values }, value) {
    if (value === null) return null;
    if (values || type.endsWith("/choice")) return new Choice(value);
    if (type === "Long") return BigInt(value);
    if (type === "DateTime") return new Date(value);
    return value;
  }

  async function partOf(description, value) {
    const { type, structure_name: structure, values } = description;
    const isModel = !values && /^core\/.*\/api\//.test(type);
    const kind = structure ?? (isModel ? type : undefined);
    if (!kind || value === null || values) return plainOf(description, value);
    return Array.isArray(value)
      ? Promise.all(value.map((item) => modelOf(kind, item)))
      : modelOf(kind, value);
  }

  async function modelOf(kind, values) {
    if (kind.endsWith("/stream_wrapper") || values instanceof StreamWrapper) return values;
    const file = pathToFileURL(path.join(root, `${kind}.js`));
    const made = new (await import(file)).MasterModel();
    for (const [key, value] of Object.entries(values)) {
      const [field, description] =
        Object.entries(descriptions[kind] ?? {}).find(([, each]) => each?.name === key) ?? [];
      if (!description && typeof made.addKeyValue === "function") {
        made.addKeyValue(key, value);
        continue;
      }
      if (!description) throw new Error(`${kind} has no ${key}.`);
      const wanted = [field, key.replaceAll("_", "")].map((each) => `set${each}`.toLowerCase());
      const setter = Object.getOwnPropertyNames(Object.getPrototypeOf(made)).find((each) =>
        wanted.includes(each.toLowerCase()),
      );
      if (!setter) throw new Error(`${kind} lets nobody set ${key}.`);
      made[setter](await partOf(description, value));
    }
    return made;
  }

  const packageOf = (api) =>
    api.replace(/[A-Z]/g, (letter, at) => `${at > 0 ? "_" : ""}${letter.toLowerCase()}`);

  async function parametersOf(api, method, query) {
    const map = new ParameterMap();
    const kinds = sdk[api][`${capital(method)}Param`];
    for (const [key, value] of Object.entries(query)) await map.add(kinds[key.toUpperCase()], value);
    return map;
  }

  /** Sends one call and gives what the SDK made of the answer; a refusal is what it was made of. */
  return async (api, method, { on = [], ids = [], body, wrapper = "body_wrapper", query, headers } = {}) => {
    const operations = Object.entries(sdk[api]).find(([key]) => key.endsWith("Operations"))?.[1];
    const given = [...ids];
    if (body) given.push(await modelOf(`${PREFIX}${packageOf(api)}/${wrapper}`, body));
    if (query) given.push(await parametersOf(api, method, query));
    if (headers) {
      const map = new HeaderMap();
      const kinds = sdk[api][`${capital(method)}Header`];
      for (const [key, value] of Object.entries(headers)) await map.add(kinds[key], value);
      given.push(map);
    }
    const answer = await new operations(...on)[method](...given);
    return answer?.getObject() ?? null;
  };
}

const first = (list) => list[0];
const idIn = (result) => BigInt(first(result).getDetails().get("id"));

/** The flows by their names, in an order in which each finds what it needs. */
export function flows(sdk, call) {
  const { Choice, StreamWrapper } = sdk;
  const known = {};
  const file = (place) => new StreamWrapper(null, null, place);
  const keep = (name, getter) => async (answer) => {
    known[name] = idIn((await answer)[getter]());
    return answer;
  };
  const firstOf = async (api, method, getter, options) => first((await call(api, method, options))[getter]());
  const lead = async () => {
    const values = { Last_Name: "Further", Company: "Zylker", Email: `f${Math.random()}@example.com` };
    return idIn(
      (await call("Record", "createRecords", { on: ["Leads"], body: { data: [values] } })).getData(),
    );
  };

  const merge = (method, wrapper, values) => {
    const item = { mail_merge_template: { name: "Offer Letter" }, ...values };
    const key = method.replace("MailMerge", "_mail_merge");
    return call("MailMerge", method, {
      on: ["Leads", String(known.lead)],
      wrapper,
      body: { [key]: [item] },
    });
  };

  return {
    // people
    async readUser() {
      const [user, , other, third] = (
        await call("Users", "getUsers", { query: { type: new Choice("ActiveConfirmedUsers") } })
      ).getUsers();
      Object.assign(known, { user: user.getId(), other: other.getId(), third: third.getId() });
      known.role = other.getRole().getId();
      known.profile = other.getProfile().getId();
      return call("Users", "getUser", { ids: [known.user] });
    },
    countUsers: () => call("Users", "usersCount", { query: { type: new Choice("ActiveUsers") } }),
    readRole: () => call("Roles", "getRole", { ids: [known.role] }),
    createRole: () =>
      keep(
        "madeRole",
        "getRoles",
      )(
        call("Roles", "createRoles", {
          body: { roles: [{ name: "Owl", reporting_to: { id: known.role } }] },
        }),
      ),
    updateRole: () =>
      call("Roles", "updateRole", {
        ids: [known.madeRole],
        body: { roles: [{ name: "Night Owl", reporting_to: { id: known.role } }] },
      }),
    deleteRole: () =>
      call("Roles", "deleteRole", { ids: [known.madeRole], query: { transfer_to_id: known.role } }),
    readProfile: () => call("Profiles", "getProfile", { ids: [known.profile] }),
    groups: () => call("UserGroups", "getGroups"),
    createGroup: () =>
      keep(
        "group",
        "getUserGroups",
      )(
        call("UserGroups", "createGroups", {
          body: { user_groups: [{ name: "Sdk", sources: [{ type: "users", source: { id: known.user } }] }] },
        }),
      ),
    readGroup: () => call("UserGroups", "getGroup", { ids: [known.group] }),
    groupSources: () => call("UserGroups", "getSources", { ids: [known.group] }),
    groupCounts: () => call("UserGroups", "getSourcesCount", { ids: [known.group] }),
    updateGroup: () =>
      call("UserGroups", "updateGroup", {
        ids: [known.group],
        body: { user_groups: [{ name: "Other", sources: [{ type: "users", source: { id: known.other } }] }] },
      }),
    deleteGroup: () => call("UserGroups", "deleteGroup", { ids: [known.group] }),
    async transferUser() {
      const transfer = { id: known.third, records: true, assignment: true, criteria: false };
      const item = { id: known.other, move_subordinate: { id: known.third }, transfer };
      const body = { transfer_and_delete: [item] };
      return call("UsersTransferDelete", "usersTransferAndDelete", { body });
    },
    // territories
    async territories() {
      const answer = await call("Territories", "getTerritories");
      [known.territory, known.asia] = answer.getTerritories().map((each) => each.getId());
      return answer;
    },
    createTerritory: () =>
      keep(
        "north",
        "getTerritories",
      )(
        call("Territories", "createTerritories", {
          body: {
            territories: [
              { name: "North", reporting_to: { id: known.territory }, permission_type: "read_only" },
            ],
          },
        }),
      ),
    readTerritory: () => call("Territories", "getTerritory", { ids: [known.north] }),
    childTerritories: () => call("Territories", "getChildTerritory", { ids: [known.territory] }),
    updateTerritory: () =>
      call("Territories", "updateTerritory", {
        ids: [known.north],
        body: { territories: [{ description: "Cold" }] },
      }),
    addTerritoryUsers: () =>
      call("TerritoryUsers", "updateTerritoryUsers", {
        ids: [known.north],
        body: { users: [{ id: known.user }] },
      }),
    territoryUsers: () => call("TerritoryUsers", "getTerritoryUsers", { ids: [known.north] }),
    removeTerritoryUser: () =>
      call("TerritoryUsers", "deassociateTerritoryUser", { ids: [known.user, known.north] }),
    async transferTerritory() {
      const body = { territories: [{ id: known.north, transfer_to_id: known.asia }] };
      return call("Territories", "transferAndDeleteTerritories", { body, wrapper: "transfer_body_wrapper" });
    },
    // money and variables
    currencies: async () => {
      const answer = await call("Currencies", "getCurrencies");
      known.euro = answer
        .getCurrencies()
        .find((each) => each.getIsoCode() === "EUR")
        .getId();
      return answer;
    },
    readCurrency: () => call("Currencies", "getCurrency", { ids: [known.euro] }),
    updateCurrency: () =>
      call("Currencies", "updateCurrency", {
        ids: [known.euro],
        body: { currencies: [{ exchange_rate: "0.9" }] },
      }),
    taxes: () => call("Taxes", "getTaxes"),
    updateTaxes: () =>
      call("Taxes", "updateTaxes", { body: { org_taxes: { taxes: [{ name: "City", value: 1.5 }] } } }),
    variableGroups: async () => {
      const answer = await call("VariableGroups", "getVariableGroups");
      known.variableGroup = first(answer.getVariableGroups()).getId();
      return answer;
    },
    createVariable: () => {
      const variable = { api_name: "Sdk", name: "Sdk", type: "text", value: "1" };
      const body = { variables: [{ ...variable, variable_group: { id: known.variableGroup } }] };
      return keep("variable", "getVariables")(call("Variables", "createVariables", { body }));
    },
    variables: () => call("Variables", "getVariables"),
    updateVariable: () =>
      call("Variables", "updateVariableById", {
        ids: [known.variable],
        body: { variables: [{ value: "2" }] },
      }),
    deleteVariable: () => call("Variables", "deleteVariable", { ids: [known.variable] }),
    createContactRole: () =>
      keep(
        "contactRole",
        "getContactRoles",
      )(
        call("ContactRoles", "createRoles", {
          body: { contact_roles: [{ name: "Champion", sequence_number: 4 }] },
        }),
      ),
    contactRoles: () => call("ContactRoles", "getRoles"),
    readContactRole: () => call("ContactRoles", "getRole", { ids: [known.contactRole] }),
    updateContactRole: () =>
      call("ContactRoles", "updateContactRole", {
        ids: [known.contactRole],
        body: { contact_roles: [{ name: "Sponsor", sequence_number: 4 }] },
      }),
    deleteContactRole: () => call("ContactRoles", "deleteContactRole", { ids: [known.contactRole] }),
    // metadata
    globalPicklists: () => call("GlobalPicklists", "getGlobalPicklists"),
    createGlobalPicklist: () =>
      keep(
        "picklist",
        "getGlobalPicklists",
      )(
        call("GlobalPicklists", "createGlobalPicklist", {
          body: {
            global_picklists: [
              {
                display_label: "Sizes",
                pick_list_values: [
                  { display_value: "S", type: "used" },
                  { display_value: "L", type: "used" },
                ],
              },
            ],
          },
        }),
      ),
    readGlobalPicklist: () => call("GlobalPicklists", "getGlobalPicklist", { ids: [known.picklist] }),
    replacePicklistValue: () =>
      call("GlobalPicklists", "replacePicklistValues", {
        ids: [known.picklist],
        wrapper: "replace_body_wrapper",
        body: {
          replace_picklist_values: [{ old_value: { display_value: "S" }, new_value: { display_value: "L" } }],
        },
      }),
    deleteGlobalPicklist: () => call("GlobalPicklists", "deleteGlobalPicklist", { ids: [known.picklist] }),
    createField: () =>
      keep(
        "field",
        "getFields",
      )(
        call("Fields", "createField", {
          body: { fields: [{ field_label: "Order Number", data_type: "text", length: 50 }] },
          query: { module: "Leads" },
        }),
      ),
    readField: () => call("Fields", "getField", { ids: [known.field], query: { module: "Leads" } }),
    updateField: () =>
      call("Fields", "updateField", {
        ids: [known.field],
        body: { fields: [{ field_label: "Order No" }] },
        query: { module: "Leads" },
      }),
    deleteField: () => call("Fields", "deleteField", { ids: [known.field], query: { module: "Leads" } }),
    readModule: () => call("Modules", "getModuleByAPIName", { ids: ["Deals"] }),
    createModule: () =>
      call("Modules", "createCustomModules", {
        body: {
          modules: [
            {
              singular_label: "Vehicle",
              plural_label: "Vehicles",
              api_name: "Vehicles",
              profiles: [{ id: known.profile }],
            },
          ],
        },
      }),
    readLayout: async () => {
      const layout = await firstOf("Layouts", "getLayouts", "getLayouts", { query: { module: "Deals" } });
      known.layout = layout.getId();
      return call("Layouts", "getLayout", { ids: [known.layout], query: { module: "Deals" } });
    },
    pipelines: async () => {
      const answer = await call("Pipeline", "getPipelines", { on: [known.layout] });
      known.pipeline = first(answer.getPipeline()).getId();
      known.stage = first(first(answer.getPipeline()).getMaps()).getId();
      return answer;
    },
    readPipeline: () => call("Pipeline", "getPipeline", { on: [known.layout], ids: [known.pipeline] }),
    createPipeline: () =>
      call("Pipeline", "createPipeline", {
        on: [known.layout],
        body: {
          pipeline: [
            {
              display_value: "Partners",
              default: false,
              maps: [{ id: known.stage, display_value: "Qualification", sequence_number: 1 }],
            },
          ],
        },
      }),
    readCustomView: async () => {
      const view = await firstOf("CustomViews", "getCustomViews", "getCustomViews", {
        query: { module: "Leads" },
      });
      return call("CustomViews", "getCustomView", { ids: [view.getId()], query: { module: "Leads" } });
    },
    assignmentRules: () => call("AssignmentRules", "getAssignmentRules", { query: { module: "Leads" } }),
    businessHours: () => call("BusinessHours", "getBusinessHours"),
    holidays: () => call("Holidays", "getHolidays", { query: { year: 2026 } }),
    fiscalYear: () => call("FiscalYear", "getFiscalYear"),
    features: () => call("Features", "getFeatureDetails"),
    emailTemplates: () => call("EmailTemplates", "getEmailTemplates", { query: { module: "Leads" } }),
    inventoryTemplates: () =>
      call("InventoryTemplates", "getInventoryTemplates", { query: { module: "Quotes" } }),
    cadences: () => call("Cadences", "getCadences"),
    dataSharing: () => call("DataSharing", "getDataSharing"),
    unsubscribeLinks: () => call("UnsubscribeLinks", "getUnsubscribeLinks"),
    servicePreference: () => call("ServicePreference", "getServicePreference"),
    appointmentPreference: () => call("AppointmentPreference", "getAppointmentPreference"),
    portals: () => call("Portals", "getPortals"),
    userTypes: () => call("PortalUserType", "getUserTypes", { on: ["ZylkerCustomers"] }),
    // records
    async cloneRecord() {
      known.lead = await lead();
      return call("Record", "cloneRecord", { on: ["Leads"], ids: [known.lead] });
    },
    countRecords: () => call("Record", "recordCount", { on: ["Leads"], query: { word: "Further" } }),
    richText: () => {
      const query = { ids: String(known.lead), fields: "Proposal" };
      return call("Record", "getRichTextRecords", { on: ["Leads"], query });
    },
    async deleteMany() {
      const ids = [await lead(), await lead()];
      return call("Record", "deleteRecords", { on: ["Leads"], query: { ids: ids.join(",") } });
    },
    recycleBin: async () => {
      const answer = await call("RecycleBin", "getRecyclebinRecords");
      known.binned = first(answer.getRecycleBin()).getId();
      return answer;
    },
    deleteFromBin: () => call("RecycleBin", "deleteRecyclebinRecord", { ids: [known.binned] }),
    timeline: () => call("Timelines", "getTimelines", { ids: ["Leads", String(known.lead)] }),
    entityScores: () => call("EntityScores", "getEntityScores", { on: ["Score,Entity"] }),
    shareRecord: () =>
      call("ShareRecords", "shareRecord", {
        on: [known.lead, "Leads"],
        body: {
          share: [
            {
              type: "private",
              permission: "read_only",
              share_related_records: false,
              shared_with: { id: known.third, type: "users" },
            },
          ],
        },
      }),
    sharedWith: () => call("ShareRecords", "getSharedRecordDetails", { on: [known.lead, "Leads"] }),
    revokeShare: () => call("ShareRecords", "revokeSharedRecord", { on: [known.lead, "Leads"] }),
    lockRecord: () =>
      keep(
        "lock",
        "getData",
      )(
        call("RecordLocking", "lockRecords", {
          on: [known.lead, "Leads"],
          body: { data: [{ Locked_Reason__s: "Audit" }] },
        }),
      ),
    readLock: () => call("RecordLocking", "getRecordLockingInformations", { on: [known.lead, "Leads"] }),
    updateLock: () =>
      call("RecordLocking", "updateRecordLockingInformation", {
        on: [known.lead, "Leads"],
        ids: [known.lock],
        body: { data: [{ Locked_Reason__s: "Still" }] },
      }),
    unlockRecord: () =>
      call("RecordLocking", "unlockRecord", { on: [known.lead, "Leads"], ids: [known.lock] }),
    changeOwner: () =>
      call("ChangeOwner", "singleUpdate", {
        on: ["Leads"],
        ids: [known.lead],
        body: { owner: { id: known.third } },
      }),
    linkProducts: async () => {
      const products = await call("Record", "getRecords", {
        on: ["Products"],
        query: { fields: "Product_Name" },
      });
      known.product = first(products.getData()).getId();
      return call("RelatedRecords", "updateRelatedRecords", {
        on: ["Products", "Leads"],
        ids: [known.lead],
        body: { data: [{ id: known.product }] },
      });
    },
    async relatedCount() {
      const lists = await call("RelatedLists", "getRelatedLists", { query: { module: "Leads" } });
      const products = lists.getRelatedLists().find((list) => list.getAPIName() === "Products");
      const related_list = { api_name: "Products", id: products.getId() };
      return call("GetRelatedRecordsCount", "getRelatedRecordsCount", {
        on: [known.lead, "Leads"],
        body: { get_related_records_count: [{ related_list }] },
      });
    },
    unlinkProduct: () =>
      call("RelatedRecords", "delinkRecord", { on: ["Products", "Leads"], ids: [known.product, known.lead] }),
    async dealContacts() {
      const deals = await call("Record", "getRecords", { on: ["Deals"], query: { fields: "Deal_Name" } });
      known.deal = first(deals.getData()).getId();
      const contacts = await call("Record", "getRecords", {
        on: ["Contacts"],
        query: { fields: "Last_Name" },
      });
      known.contact = first(contacts.getData()).getId();
      const role = first((await call("ContactRoles", "getRoles")).getContactRoles());
      return call("DealContactRoles", "associateContactRoleToDeal", {
        ids: [known.contact, known.deal],
        body: { data: [{ Contact_Role: { id: role.getId(), name: role.getName() } }] },
      });
    },
    dealContactRoles: () =>
      call("DealContactRoles", "getAssociatedContactRoles", {
        ids: [known.deal],
        query: { fields: "Last_Name" },
      }),
    removeDealContact: () =>
      call("DealContactRoles", "deleteContactRoleRelation", { ids: [known.contact, known.deal] }),
    fromAddresses: () => call("FromAddresses", "getFromAddresses"),
    sendMail: () =>
      call("SendMail", "sendMail", {
        on: [known.lead, "Leads"],
        body: {
          data: [
            {
              from: { user_name: "Patricia", email: "patricia.boyle@zylker.example" },
              to: [{ user_name: "Ada", email: "ada@example.com" }],
              subject: "Hello",
              content: "Hello",
              mail_format: "text",
            },
          ],
        },
      }),
    sendMailMerge: () =>
      merge("sendMailMerge", "mail_merge_wrapper", {
        from_address: { value: "patricia.boyle@zylker.example" },
        to_address: [{ value: "ada@example.com" }],
        cc_email: [{ value: "bo@example.com" }],
        subject: "Offer",
        message: "Hello",
        type: "attachment",
        attachment_name: "Offer",
      }),
    signMailMerge: () =>
      merge("signMailMerge", "sign_mail_merge_wrapper", {
        file_name: "Contract",
        sign_in_order: true,
        signers: [{ recipient_name: "Ada", action_type: "sign", recipient: { value: "ada@example.com" } }],
      }),
    downloadMailMerge: () =>
      merge("downloadMailMerge", "download_mail_merge_wrapper", {
        output_format: "pdf",
        file_name: "Offer",
        password: "spring",
      }),
    emails: () => call("EmailRelatedRecords", "getEmailsRelatedRecords", { on: [known.lead, "Leads"] }),
    setOrgPhoto: () =>
      call("Org", "uploadOrganizationPhoto", {
        wrapper: "file_body_wrapper",
        body: { file: file(pictureFile) },
      }),
    orgPhoto: () => call("Org", "getOrgPhoto"),
    // what leaves the organization
    scheduleBackup: () =>
      call("Backup", "schedule", { body: { backup: { rrule: "RRULE:FREQ=WEEKLY;BYDAY=MO" } } }),
    backup: () => call("Backup", "getDetails"),
    backupUrls: () => call("Backup", "getUrls"),
    backupHistory: () => call("Backup", "history"),
  };
}
