import { isObject, objectsOf } from "../crm/objects";
import type { AskedZoho, Reply } from "./zoho";

/** What a Zoho does, by the name of a choice; undefined where its answers do not tell. */
export type Question = (zoho: AskedZoho) => Promise<string | undefined>;

const firstOf = ({ body }: Reply): Record<string, unknown> => objectsOf(body.data)[0] ?? {};

const succeeded = (reply: Reply): boolean => firstOf(reply).status === "success";

/** Custom modules that are looked at, for one may be another than the next. */
const MOST_MODULES = 5;

/** A choice for a status that is one of the two. */
const oneOf = (status: number, ...choices: number[]): string | undefined =>
  choices.includes(status) ? String(status) : undefined;

/** The question behind each behaviour, by its name. */
export const questions: Readonly<Record<string, Question>> = {
  tokenErrorStatus: async (zoho) => oneOf((await zoho.refreshWithNothing()).status, 200, 400),

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
    const { body } = await zoho.call("GET", "/settings/modules");
    const custom = objectsOf(body.modules).filter(
      ({ generated_type: type, api_supported: isSupported }) => type === "custom" && isSupported === true,
    );
    if (custom.length === 0) return undefined;
    const names = custom.slice(0, MOST_MODULES).map(({ api_name: name }) => String(name));
    for (const name of names) {
      const { status } = await zoho.call("GET", `/settings/fields?module=${name}`);
      if (status === 204) return "204";
    }
    return "listed";
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
    const { status } = await zoho.query(`select id from Leads where id = '${id}'`);
    return status === 200 ? "shown" : status === 204 ? "hidden" : undefined;
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

  lookupNames: async (zoho) => {
    const { Owner: owner } = firstOf(
      await zoho.query("select Owner from Leads where id is not null limit 1"),
    );
    if (!isObject(owner)) return undefined;
    return "name" in owner ? "shown" : "hidden";
  },
};
