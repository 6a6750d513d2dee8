import type { Answer } from "../../core/answer";
import { refusals } from "../../http/refusals";
import type { Route, SandboxRequest } from "../../http/route";
import { failure, refusal } from "../answers";
import { type CrmCall, crmRoute, moduleScopes, scope } from "../call";
import type { CrmOrganization } from "../organization";
import { perOrganization } from "../perOrganization";
import { answerCoql, withFaults } from "./answer";
import type { Limits, Ways } from "./evaluate/limits";
import { readRequest } from "./request";

/** `POST /crm/{version}/coql`; see "Get Records through a COQL Query" in Zoho's documentation. */
export const coqlRoutes: readonly Route[] = [
  crmRoute("crm.coql.query", ["POST", "/coql"], query, {
    scopes: scope("ZohoCRM.coql.READ"),
    credits,
    subConcurrency: () => true,
  }),
];

function query({ organization, version, request }: CrmCall): Answer {
  return withFaults(() => {
    const asked = readRequest(request.body);
    if (isRefusedForNothing(organization))
      return refusal(failure("SYNTAX_ERROR", "unexpected token", { line: 1, column: 1 }));
    const module = { ...request, params: { module: asked.query.module } };
    const scopes = [
      ...moduleScopes("READ")(module),
      ...(asked.withFields ? ["ZohoCRM.settings.fields.READ"] : []),
    ];
    if (!scopes.every(request.holdsScope)) return refusals.crm.scope;
    return answerCoql(organization.catalog, version, asked, waysOf(organization, version));
  });
}

/** How the organisation plays what is open. */
function waysOf(organization: CrmOrganization, version: string): Ways & Partial<Limits> {
  const { behaviours } = organization;
  const isNew = ["v7", "v8"].includes(version);
  return {
    refusesTwoBounds: behaviours.twoTimeBounds === "refused",
    hidesWaiting: behaviours.waitingInQueries === "hidden",
    refusesConverted: behaviours.convertedColumn === "refused",
    listsAsText: behaviours.multiSelectInQueries === "text",
    ...(behaviours.tiesInQueries === "moving" && { tieOrder: ++queriesOf(organization).sorted }),
    ...(isNew && {
      columns: Number(behaviours.queryColumns),
      lookupNames: behaviours.lookupNames === "shown",
    }),
  };
}

const queriesOf = perOrganization(() => ({ count: 0, sorted: 0 }));
const refusedForNothing = 5;

/** Every fifth query, the first one among them, where such refusals are played. */
function isRefusedForNothing(organization: CrmOrganization): boolean {
  if (organization.behaviours.spuriousSyntaxError === "never") return false;
  return queriesOf(organization).count++ % refusedForNothing === 0;
}

/** 1 credit up to 200 rows, 2 up to 1,000, 3 beyond: by the LIMIT, not by the rows that come. */
function credits(request: SandboxRequest, answer: Answer): number {
  if (answer.status >= 300) return 1;
  const limit = Number(readRequest(request.body).query.limit ?? 0);
  return limit > 1000 ? 3 : limit > 200 ? 2 : 1;
}
