import { isObject, objectsOf } from "../crm/objects";
import { booksQuestions } from "./booksQuestions";
import { bulkQuestions } from "./bulkQuestions";
import type { AskedZoho, Question, Reply } from "./zoho";

const firstOf = ({ body }: Reply, key = "data"): Record<string, unknown> => objectsOf(body[key])[0] ?? {};

const succeeded = (reply: Reply): boolean => firstOf(reply).status === "success";

/** Custom modules that are looked at, for one may be another than the next. */
const MOST_MODULES = 5;

/** The choice that something found is one of. */
const oneOf = <T>(found: unknown, ...choices: readonly T[]): string | undefined =>
  choices.some((choice) => choice === found) ? String(found) : undefined;

/** The fields of a module as its metadata lists them; none where it has none to list. */
async function fieldsOf(zoho: AskedZoho, module: string): Promise<Record<string, unknown>[]> {
  return objectsOf((await zoho.call("GET", `/settings/fields?module=${module}`)).body.fields);
}

/** The custom modules of the organization that records can be read of, a few of them. */
async function customModules(zoho: AskedZoho): Promise<string[]> {
  const { body } = await zoho.call("GET", "/settings/modules");
  return objectsOf(body.modules)
    .filter(
      ({ generated_type: type, api_supported: isSupported }) => type === "custom" && isSupported === true,
    )
    .slice(0, MOST_MODULES)
    .map(({ api_name: name }) => String(name));
}

/** Types of field that any query selects. */
const plainTypes: readonly unknown[] =
  "text email phone picklist integer bigint currency double boolean date datetime website ownerlookup".split(
    " ",
  );

/** The question behind each behaviour, by its name. */
export const questions: Readonly<Record<string, Question>> = {
  tokenErrorStatus: async (zoho) => oneOf((await zoho.refreshWithNothing()).status, 200, 400),

  unknownSoid: async (zoho) =>
    oneOf((await zoho.tokenOfNoOrganization()).body.error, "missing_org_info", "invalid_soid"),

  dateHeader: async (zoho) => {
    const dates: number[] = [];
    for (let count = 0; count < 4; count++)
      dates.push((await zoho.call("GET", "/users?type=CurrentUser")).date);
    if (dates.some(Number.isNaN)) return undefined;
    return dates.some((date, index) => date < (dates[index - 1] ?? 0)) ? "apart" : "exact";
  },

  bearerToken: async (zoho) => {
    const { status } = await zoho.call("GET", "/users?type=CurrentUser", undefined, "Bearer");
    return status === 200 ? "taken" : status === 401 ? "refused" : undefined;
  },

  // More queries at a time than any edition allows.
  throttleKeys: async (zoho) => {
    const select_query = "select Last_Name from Leads where id is not null limit 1";
    let refused: Reply | undefined;
    for (let burst = 0; burst < 3 && !refused; burst++) {
      const together = Array.from({ length: 40 }, () => zoho.call("POST", "/coql", { select_query }));
      refused = (await Promise.all(together)).find(({ status }) => status === 429);
      await zoho.nextSecond();
    }
    if (refused?.body.code === "TOO_MANY_REQUESTS") return "code";
    return refused?.body.error === "TOO_MANY_REQUESTS" ? "error" : undefined;
  },

  unheardCalls: async (zoho) => {
    const calls = await zoho.callsRefused();
    return calls === 0 ? undefined : calls === 1 ? "once" : "again";
  },

  unknownFields: async (zoho) => {
    const reply = await zoho.insert("Leads", [zoho.leadNamed({ No_Such_Field_At_All: "A" })]);
    if (succeeded(reply)) return "ignored";
    return firstOf(reply).code === "INVALID_DATA" ? "refused" : undefined;
  },

  unknownId: async (zoho) => {
    const { body } = await zoho.call("GET", "/users?type=CurrentUser");
    const [user] = objectsOf(body.users);
    if (typeof user?.id !== "string") return undefined;
    // An id of the organization that is no lead's: that of its user.
    return oneOf((await zoho.call("GET", `/Leads/${user.id}`)).status, 204, 400);
  },

  mixedBatchStatus: async (zoho) =>
    oneOf((await zoho.insert("Leads", [zoho.leadNamed(), { City: "A" }])).status, 207, 200),

  failedBatchStatus: async (zoho) =>
    oneOf((await zoho.insert("Leads", [{ City: "A" }, { City: "B" }])).status, 400, 200),

  restoredTime: async (zoho) => {
    const id = await zoho.lead();
    const before = firstOf(await zoho.call("GET", `/Leads/${id}?fields=Modified_Time`)).Modified_Time;
    await zoho.call("DELETE", `/Leads/${id}`);
    await zoho.nextSecond();
    await zoho.call("POST", `/settings/recycle_bin/${id}/actions/restore`);
    const after = firstOf(await zoho.call("GET", `/Leads/${id}?fields=Modified_Time`)).Modified_Time;
    if (after === undefined) return undefined;
    return after === before ? "kept" : "renewed";
  },

  newPicklistValues: async (zoho) => {
    const Lead_Source = `${zoho.prefix} source`;
    const reply = await zoho.insert("Leads", [zoho.leadNamed({ Lead_Source })]);
    const { code, details } = firstOf(reply);
    if (!succeeded(reply)) return code === "INVALID_DATA" ? "refused" : undefined;
    if (!isObject(details)) return undefined;
    const written = firstOf(await zoho.call("GET", `/Leads/${String(details.id)}?fields=Lead_Source`));
    return written.Lead_Source === Lead_Source ? "accepted" : "emptied";
  },

  // Zoho's standard layout of leads requires the company, which the system does not.
  layoutMandatory: async (zoho) => {
    const reply = await zoho.insert("Leads", [{ Last_Name: zoho.prefix }]);
    if (succeeded(reply)) return "ignored";
    return firstOf(reply).code === "MANDATORY_NOT_FOUND" ? "enforced" : undefined;
  },

  fieldsOfCustomModules: async (zoho) => {
    const names = await customModules(zoho);
    for (const name of names) {
      const { status } = await zoho.call("GET", `/settings/fields?module=${name}`);
      if (status === 204) return "204";
    }
    return names.length > 0 ? "listed" : undefined;
  },

  modifiedByOfCustomModules: async (zoho) => {
    let isListed = false;
    for (const name of await customModules(zoho)) {
      const names = (await fieldsOf(zoho, name)).map(({ api_name: field }) => field);
      if (names.length > 0 && !names.includes("Modified_By")) return "absent";
      isListed ||= names.length > 0;
    }
    return isListed ? "present" : undefined;
  },

  upsertChecks: async (zoho) => {
    const Email = `${zoho.prefix.replaceAll(" ", ".")}@example.com`.toLowerCase();
    const upsert = { duplicate_check_fields: ["Email"] };
    const reply = await zoho.insert("Leads", [zoho.leadNamed({ Email }), zoho.leadNamed({ Email })], {
      upsert,
    });
    const [first, second] = objectsOf(reply.body.data);
    if (first?.action !== "insert") return undefined;
    return second?.action === "insert" ? "racing" : second?.action === "update" ? "inTurn" : undefined;
  },

  spuriousSyntaxError: async (zoho) => {
    const select_query = "select Last_Name from Leads where id is not null limit 1";
    const together = Array.from({ length: 5 }, () => zoho.call("POST", "/coql", { select_query }));
    const codes = (await Promise.all(together)).map(({ body }) => body.code);
    return codes.includes("SYNTAX_ERROR") ? "sometimes" : "never";
  },

  twoTimeBounds: async (zoho) => {
    const bounds =
      "Modified_Time >= '2020-01-01T00:00:00+00:00' and Modified_Time < '2020-01-02T00:00:00+00:00'";
    const { status, body } = await zoho.query(`select id from Leads where ${bounds} limit 1`);
    if (status === 200 || status === 204) return "taken";
    return body.code === "SYNTAX_ERROR" ? "refused" : undefined;
  },

  waitingInQueries: async (zoho) => {
    const id = await zoho.lead({ $approved: false });
    const { status } = await zoho.queryOfNew(`select id from Leads where id = '${id}'`);
    return status === 200 ? "shown" : status === 204 ? "hidden" : undefined;
  },

  enrollments: async (zoho) => {
    const cadences = objectsOf(
      (await zoho.call("GET", "/settings/automation/cadences?module=Leads")).body.cadences,
    );
    const manual = cadences.find(({ type, active }) => type === "manual_enrollment" && active === true);
    if (!manual) return undefined;
    const ids = [await zoho.lead()];
    const { status } = await zoho.call("POST", "/Leads/actions/enrol_in_cadences", {
      cadences_ids: [manual.id],
      ids,
    });
    return status === 202 ? "scheduled" : status === 200 ? "atOnce" : undefined;
  },

  territoryRemovals: async (zoho) => {
    const path = "/settings/territories";
    const [parent] = objectsOf((await zoho.call("GET", path)).body.territories);
    if (!parent) return undefined;
    const territory = { name: zoho.prefix, reporting_to: { id: parent.id }, permission_type: "read_only" };
    const made = firstOf(await zoho.call("POST", path, { territories: [territory] }), "territories");
    const id = isObject(made.details) ? made.details.id : undefined;
    if (typeof id !== "string") return undefined;
    try {
      const me = firstOf(await zoho.call("GET", "/users?type=CurrentUser"), "users");
      await zoho.call("PUT", `${path}/${id}/users`, { users: [{ id: me.id }] });
      const { users } = (await zoho.call("DELETE", `${path}/${id}/users?ids=${String(me.id)}`)).body;
      if (!Array.isArray(users)) return undefined;
      return Array.isArray(users[0]) ? "nested" : "plain";
    } finally {
      await zoho.call("DELETE", `${path}/${id}`);
    }
  },

  queriesSee: async (zoho) => {
    const id = await zoho.lead();
    return zoho.seen(
      async () => (await zoho.query(`select id from Leads where id = '${id}'`)).status === 200,
    );
  },

  searchIndex: async (zoho) => {
    const id = await zoho.lead();
    const path = `/Leads/search?criteria=(Last_Name:equals:${encodeURIComponent(zoho.prefix)})&fields=id`;
    return zoho.seen(async () =>
      objectsOf((await zoho.call("GET", path)).body.data).some((row) => row.id === id),
    );
  },

  deletesTold: async (zoho) => {
    const id = await zoho.lead();
    await zoho.call("DELETE", `/Leads/${id}`);
    return zoho.seen(async () =>
      objectsOf((await zoho.call("GET", "/Leads/deleted?type=recycle")).body.data).some(
        (row) => row.id === id,
      ),
    );
  },

  searchSortBy: async (zoho) => {
    const { status } = await zoho.call(
      "GET",
      "/Leads/search?word=conformance&sort_by=Last_Name&sort_order=asc",
    );
    if (status === 200 || status === 204) return "anyField";
    return status === 400 ? "threeFields" : undefined;
  },

  convertedColumn: async (zoho) => {
    const { status } = await zoho.query("select id from Leads where Converted__s = false limit 1");
    return status === 200 || status === 204 ? "taken" : "refused";
  },

  queryColumns: async (zoho) => {
    const names = (await fieldsOf(zoho, "Leads"))
      .filter(({ data_type: type }) => plainTypes.includes(type))
      .map(({ api_name: name }) => `'${String(name)}'`);
    if (names.length <= 50) return undefined;
    const { status, body } = await zoho.query(
      `select ${names.slice(0, 51).join(", ")} from Leads where id is not null limit 1`,
    );
    if (status === 200 || status === 204) return "500";
    return body.code === "LIMIT_EXCEEDED" ? "50" : undefined;
  },

  tiesInQueries: async (zoho) => {
    await zoho.insert("Leads", [zoho.leadNamed(), zoho.leadNamed(), zoho.leadNamed(), zoho.leadNamed()]);
    const orders = new Set<string>();
    const query = `select id from Leads where Last_Name = '${zoho.prefix}' order by Last_Name asc limit 100`;
    for (let count = 0; count < 4; count++) {
      const ids = objectsOf((await zoho.queryOfNew(query)).body.data).map(({ id }) => String(id));
      if (ids.length < 2) return undefined;
      orders.add(ids.join());
    }
    return orders.size > 1 ? "moving" : "kept";
  },

  multiSelectInQueries: async (zoho) => {
    const field = (await fieldsOf(zoho, "Leads")).find(
      ({ data_type: type }) => type === "multiselectpicklist",
    );
    const values = objectsOf(field?.pick_list_values).map(({ display_value: value }) => value);
    if (!field || values.length < 2) return undefined;
    const name = String(field.api_name);
    const id = await zoho.lead({ [name]: values.slice(0, 2) });
    const found = firstOf(await zoho.queryOfNew(`select '${name}' from Leads where id = '${id}'`))[name];
    return Array.isArray(found) ? "list" : typeof found === "string" ? "text" : undefined;
  },

  ...bulkQuestions,
  ...booksQuestions,

  lookupNames: async (zoho) => {
    const { Owner: owner } = firstOf(
      await zoho.query("select Owner from Leads where id is not null limit 1"),
    );
    if (!isObject(owner)) return undefined;
    return "name" in owner ? "shown" : "hidden";
  },
};
