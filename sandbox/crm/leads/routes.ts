import type { Answer } from "../../core/answer";
import type { Route, SandboxRequest } from "../../http/route";
import { failure, invalidId, noContent, refusal } from "../answers";
import { crmRoute, type ModuleCall, moduleRoute, moduleScopes, scope } from "../call";
import { isObject, objectsOf } from "../objects";
import { failed, resultsAnswer } from "../records/write/results";
import { convertLead } from "./convert";
import { convertInventory } from "./convertInventory";
import { massConvertStatus, startMassConvert } from "./massConvert";
import {
  inventoryScope,
  massConvertInventoryStatus,
  ofInventory,
  startMassConvertInventory,
} from "./massConvertInventory";
import { conversionOptions } from "./options";

const convertible = ["Leads", "Quotes", "Sales_Orders"];

/**
 * `POST /{module}/{id}/actions/convert`: a lead into a contact, account and deal; a quote or order into what
 * follows it.
 */
function convert(call: ModuleCall): Answer {
  const { module, organization, request } = call;
  if (!convertible.includes(module.apiName)) {
    return refusal(
      failure("NOT_SUPPORTED", "The module does not support this operation", { resource_path_index: 0 }),
    );
  }
  const record = organization.store(module).get(request.params.id ?? "");
  if (!record) return refusal(invalidId({ resource_path_index: 1 }));
  const body = isObject(request.body) ? request.body : {};
  const [options] = objectsOf(body.data);
  if (!options) {
    return refusal(
      failure("MANDATORY_NOT_FOUND", "required field not found", { api_name: "data", json_path: "$.data" }),
    );
  }
  if (module.apiName !== "Leads") return convertInventory(call, record, options);
  const outcome = convertLead(call, record, options, "$.data[0]");
  if ("problem" in outcome) {
    const isAboutLead = "resource_path_index" in outcome.problem.details;
    return isAboutLead
      ? refusal(outcome.problem)
      : resultsAnswer([failed(outcome.problem)], 200, call.version);
  }
  const { Contacts, Deals, Accounts } = outcome.made;
  if (call.version === "v2") {
    return {
      status: 200,
      body: { data: [{ Contacts: Contacts?.id, Deals: Deals?.id ?? null, Accounts: Accounts?.id ?? null }] },
    };
  }
  const details = { Contacts, Deals: Deals ?? null, Accounts: Accounts ?? null };
  const message = "The record has been converted successfully";
  return resultsAnswer([{ code: "SUCCESS", details, message, status: "success" }], 200, call.version);
}

/** Hands a path that names Leads on to a handler of module routes. */
const onLeads =
  (handle: (call: ModuleCall) => Answer) =>
  (call: Omit<ModuleCall, "module">): Answer => {
    const module = call.organization.schema.get("Leads");
    return module ? handle({ ...call, module }) : noContent;
  };

const conversionCosts = {
  credits: ({ params }: SandboxRequest) => (params.module === "Leads" ? 5 : 1),
  subConcurrency: ({ params }: SandboxRequest) => params.module === "Leads",
};

/** Conversions: leads one at a time or up to 50, quotes and sales orders. */
export const conversionRoutes: Route[] = [
  moduleRoute("crm.records.convert", ["POST", "/:module/:id/actions/convert"], convert, {
    scopes: moduleScopes("CREATE", "WRITE"),
    ...conversionCosts,
  }),
  crmRoute(
    "crm.leads.conversionOptions",
    ["GET", "/Leads/:id/__conversion_options"],
    onLeads(conversionOptions),
    {
      scopes: scope("ZohoCRM.modules.leads.READ"),
    },
  ),
  crmRoute("crm.leads.massConvert", ["POST", "/Leads/actions/mass_convert"], onLeads(startMassConvert), {
    scopes: scope("ZohoCRM.mass_convert.leads.CREATE"),
  }),
  crmRoute(
    "crm.leads.massConvertStatus",
    ["GET", "/Leads/actions/mass_convert"],
    onLeads(massConvertStatus),
    {
      scopes: scope("ZohoCRM.mass_convert.leads.READ"),
    },
  ),
  moduleRoute(
    "crm.inventory.massConvert",
    ["POST", "/:module/actions/mass_convert"],
    ofInventory(startMassConvertInventory),
    { scopes: ({ params }) => inventoryScope(params.module ?? "", "CREATE") },
  ),
  moduleRoute(
    "crm.inventory.massConvertStatus",
    ["GET", "/:module/actions/mass_convert"],
    ofInventory(massConvertInventoryStatus),
    { scopes: ({ params }) => inventoryScope(params.module ?? "", "READ") },
  ),
];
