import type { Clock } from "../../../core/clock";
import { Random } from "../../../core/random";
import { type Failure, failure } from "../../answers";
import type { CrmCall } from "../../call";
import { compareIds } from "../../coql/catalog";
import type { Module, RecordData } from "../../metadata/types";
import { isObject } from "../../objects";
import { perOrganization } from "../../perOrganization";
import { meets } from "../../records/read/listFilter";
import { firstWhere } from "../../store/sorted";
import { csvOf } from "./csv";
import { criteriaTest, type Test } from "./query";

/** A page of what a bulk read asks for. */
export interface ReadJob {
  /** The query as the job tells it. */
  query: object;
  /** Reads the page: when the job completes, and not before. */
  take: () => void;
  /** The counts of the page, and the token of the next. */
  told: () => object;
  csv: () => string;
}

interface Asked {
  module: Module;
  names: readonly string[];
  test: Test;
  query: Readonly<Record<string, unknown>>;
}

/** What a page token stands for. */
interface Page extends Asked {
  page: number;
  after: string;
  expiresAt: number;
}

const LIFE_MS = 24 * 60 * 60 * 1000;
const PER_JOB = 200_000;
/** Pages by number end here, at Zoho with a code of their own. */
const MOST_FIELDS = 200;

/** The page tokens of bulk reads; each lives for 24 hours. */
export class Pages {
  private readonly issued = new Map<string, Page>();

  constructor(
    private readonly clock: Clock,
    private readonly random: Random,
  ) {}

  issue(page: Omit<Page, "expiresAt">): string {
    const token = this.random.hex(64);
    this.issued.set(token, { ...page, expiresAt: this.clock.now() + LIFE_MS });
    return token;
  }

  redeem(token: string): Page | { problem: Failure } {
    const page = this.issued.get(token);
    if (!page)
      return { problem: failure("INVALID_DATA", "The page token is invalid", { api_name: "page_token" }) };
    if (page.expiresAt < this.clock.now())
      return { problem: failure("EXPIRED_VALUE", "The page token has expired", { api_name: "page_token" }) };
    return page;
  }
}

export const pagesOf = perOrganization(({ clock }) => new Pages(clock, new Random(7)));

/** Modules whose records no bulk read gives. */
const refused = ["Notes", "Attachments", "Emails"];
const refusedTypes = ["fileupload", "imageupload", "multiselectlookup", "multiuserlookup", "subform"];

/** The page that a query asks for. */
export function readPage(
  call: CrmCall,
  query: Readonly<Record<string, unknown>>,
  pages: Pages,
): ReadJob | { problem: Failure } {
  const { page_token: token, ...others } = query;
  if (token === undefined) {
    const asked = readAsked(call, others);
    return "problem" in asked
      ? asked
      : pageOf(call, pages, { ...asked, page: Number(query.page ?? 1), after: "" });
  }
  if (Object.keys(others).length > 0)
    return { problem: failure("INVALID_REQUEST", "page_token stands alone", { api_name: "page_token" }) };
  const page = pages.redeem(String(token));
  return "problem" in page ? page : pageOf(call, pages, page);
}

function readAsked(call: CrmCall, query: Readonly<Record<string, unknown>>): Asked | { problem: Failure } {
  const { schema } = call.organization;
  const name = isObject(query.module) ? String(query.module.api_name) : String(query.module ?? "");
  const no = (code: string, message: string, details: Record<string, unknown>) => ({
    problem: failure(code, message, details),
  });
  const module = schema.get(name);
  if (refused.includes(name) || module?.kind === "linking")
    return no("MODULE_NOT_SUPPORTED", "The module is not supported", { module: name });
  if (!module?.flags.api_supported && module?.kind !== "subform")
    return no("MODULE_NOT_AVAILABLE", "The module is not available", { module: name });
  const given = Array.isArray(query.fields) ? query.fields.map(String) : [];
  if (given.length > MOST_FIELDS) return no("LIMIT_EXCEEDED", "Too many fields", { limit: MOST_FIELDS });
  for (const path of given) {
    const [first = ""] = path.split(".");
    const field = module.fields.get(first);
    if (!field && first.toLowerCase() !== "id")
      return no("FIELD_NOT_AVAILABLE", "The field is not available", { field: path });
    if (field && refusedTypes.includes(field.dataType))
      return no("FIELD_NOT_SUPPORTED", "The field is not supported", { field: path });
  }
  const all = [...module.fields.values()].filter(({ dataType }) => !refusedTypes.includes(dataType));
  const criteria = criteriaTest(call.organization, module, query.criteria);
  if ("problem" in criteria) return criteria;
  const views = call.organization.customViews.get(module.apiName);
  const view = views?.find(({ id }) => id === query.cvid);
  if (query.cvid !== undefined && !view)
    return no("CVID_NOT_SUPPORTED", "The custom view is not supported", { cvid: query.cvid });
  const criterion = view?.criterion;
  return {
    module,
    names: given.length > 0 ? given : all.map(({ apiName }) => apiName),
    test: (record) =>
      criteria.test(record) &&
      (!criterion || meets(criterion, record)) &&
      record.Converted__s !== true &&
      !(module.kind === "field_tracker" && record.Potential_Name === null),
    query: { ...query, module: { api_name: name, id: module.id } },
  };
}

function pageOf({ organization }: CrmCall, pages: Pages, page: Omit<Page, "expiresAt">): ReadJob {
  const { module, names, test, query } = page;
  const rows: RecordData[] = [];
  let more = false;
  let next: string | undefined;
  return {
    query: { ...query, page: page.page },
    take: () => {
      const most = organization.limits.bulkReadRows ?? PER_JOB;
      const all = organization.view(module).byId();
      let at = page.after === "" ? 0 : firstWhere(all, (record) => compareIds(record.id, page.after) > 0);
      let toSkip = page.after === "" ? (page.page - 1) * most : 0;
      for (; at < all.length; at += 1) {
        const record = all[at];
        if (!record || !test(record)) continue;
        if (toSkip > 0) toSkip -= 1;
        else if (rows.length === most) {
          more = true;
          break;
        } else rows.push(record);
      }
      const last = rows.at(-1);
      if (more && last) next = pages.issue({ ...page, page: page.page + 1, after: last.id });
    },
    told: () => ({
      page: page.page,
      per_page: organization.limits.bulkReadRows ?? PER_JOB,
      count: rows.length,
      more_records: more,
      ...(next ? { next_page_token: next } : {}),
    }),
    csv: () => csvOf(organization, module, names, rows),
  };
}
