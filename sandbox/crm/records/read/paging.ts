import { type Failure, failure, invalidParam } from "../../answers";
import type { ModuleCall } from "../../call";
import { choice, wholeNumber } from "../params";
import type { PageStart } from "./pageTokens";

/** Which page of a list is asked for. */
export interface Paging {
  perPage: number;
  sortBy: "id" | "Created_Time" | "Modified_Time";
  sortOrder: "desc" | "asc";
  start: PageStart;
  /** The page token of the request. */
  token: string | null;
}

const maxPerPage = 200;
/** How far a list can be read by page numbers. */
const discreteLimit = 2_000;

/** The page that a list request asks for, as "Get Records" has it. */
export function readPaging({ request, organization, version }: ModuleCall): Paging | { problem: Failure } {
  const { query } = request;
  const ambiguity = ambiguous(query, "page", "page_token") ?? ambiguous(query, "cvid", "sort_by");
  if (ambiguity) return { problem: ambiguity };
  const sortBy = choice(query, "sort_by", ["id", "Created_Time", "Modified_Time"]);
  if ("problem" in sortBy) return sortBy;
  const sortOrder = choice(query, "sort_order", ["desc", "asc"]);
  if ("problem" in sortOrder) return sortOrder;
  const perPage = wholeNumber(query, "per_page", { least: 1, most: maxPerPage, otherwise: maxPerPage });
  if (perPage === undefined) return { problem: badNumber("per_page", version) };
  const page = wholeNumber(query, "page", { least: 1, most: 10 ** 9, otherwise: 1 });
  if (page === undefined) return { problem: badNumber("page", version) };

  const order = { perPage, sortBy: sortBy.value, sortOrder: sortOrder.value };
  const params = boundParams(request.path, query);
  const token = query.get("page_token");
  if (token === null) {
    if (page * perPage > discreteLimit && version !== "v2") return { problem: discreteLimitExceeded };
    const start = { params, after: undefined, offset: (page - 1) * perPage, page, previous: null };
    return { ...order, token, start };
  }
  const redeemed = organization.pageTokens.redeem(token, params);
  if ("problem" in redeemed) return { problem: tokenProblems[redeemed.problem] };
  const { pagedRecords } = organization.limits;
  if (redeemed.page.offset >= pagedRecords) return { problem: tokenLimitExceeded(pagedRecords) };
  return { ...order, token, start: redeemed.page };
}

/** The parameters a page token is bound to, as text; the page itself is not one of them. */
function boundParams(path: string, query: URLSearchParams): string {
  const bound = [...query].filter(([name]) => name !== "page_token" && name !== "page");
  return JSON.stringify([path, bound.sort(([left], [right]) => (left < right ? -1 : 1))]);
}

function ambiguous(query: URLSearchParams, one: string, other: string): Failure | undefined {
  if (!query.has(one) || !query.has(other)) return undefined;
  const ambiguity_due_to = [{ param_name: one }, { param_name: other }];
  return failure("AMBIGUITY_DURING_PROCESSING", "Ambiguity while processing the request", {
    ambiguity_due_to,
  });
}

const badNumber = (name: string, version: string): Failure =>
  version === "v2"
    ? failure("PATTERN_NOT_MATCHED", "Please check whether the input values are correct", {
        param_name: name,
      })
    : invalidParam(name, name === "per_page" ? { maximum_value: maxPerPage } : {});

const discreteLimitExceeded = failure(
  "DISCRETE_PAGINATION_LIMIT_EXCEEDED",
  "You can only get the first 2000 records without using page_token param",
  { limit: discreteLimit },
);

const tokenLimitExceeded = (limit: number): Failure =>
  failure("PAGINATION_LIMIT_EXCEEDED", `You can only get upto ${limit} records using page_token param`, {
    limit,
  });

const tokenProblems = {
  mismatch: failure(
    "TOKEN_BOUND_DATA_MISMATCH",
    "The page_token given seems to be invalid or input param is added or altered or deleted",
    { param_name: "page_token" },
  ),
  expired: failure("EXPIRED_VALUE", "Page token expired", {
    api_name: "page_token",
    json_path: "$.query.page_token",
  }),
};
