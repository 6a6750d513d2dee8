import { type OwnHost, ownHostOf } from "./dataCenters";
import { inputError } from "./http/errors";
import { ProductClient } from "./http/productClient";
import { type RawInput, type RawRows, rawRequest } from "./http/raw";

/** One of Zoho's products besides CRM and Books, as far as a call needs to know it. */
interface OtherProduct {
  readonly label: string;
  /** The first word of its own host; the API host of the data centre where it has none. */
  readonly host?: OwnHost;
  readonly prefix: string;
  /** The version that a short path goes to; empty where its paths have none. */
  readonly version: string;
  /** A scope that lets it be used, for the connection. */
  readonly scope: string;
  /** Where the organization stands in a request, where the product wants it there. */
  readonly organization?: { readonly query: string } | { readonly header: string };
}

const inQuery = { query: "organization_id" } as const;

/**
 * Zoho's products on the same login.
 * @see https://www.zoho.com/inventory/api/v1/, https://www.zoho.com/billing/api/v1/,
 * https://www.zoho.com/invoice/api/v3/, https://www.zoho.com/expense/api/v1/,
 * https://desk.zoho.com/DeskAPIDocument, https://www.bigin.com/developer/docs/apis/v2/,
 * https://www.zoho.com/mail/help/api/, https://projects.zoho.com/api-docs,
 * https://www.zoho.com/campaigns/help/developers/, https://www.zoho.com/recruit/developer-guide/apiv2/,
 * https://www.zoho.com/sign/api/
 */
export const otherProducts = {
  billing: {
    label: "Billing",
    prefix: "/billing/",
    version: "v1",
    scope: "ZohoSubscriptions.fullaccess.all",
    organization: { header: "X-com-zoho-subscriptions-organizationid" },
  },
  bigin: { label: "Bigin", prefix: "/bigin/", version: "v2", scope: "ZohoBigin.modules.ALL" },
  campaigns: {
    label: "Campaigns",
    host: "campaigns",
    prefix: "/api/",
    version: "v1.1",
    scope: "ZohoCampaigns.contact.ALL",
  },
  desk: {
    label: "Desk",
    host: "desk",
    prefix: "/api/",
    version: "v1",
    scope: "Desk.tickets.ALL",
    organization: { header: "orgId" },
  },
  expense: {
    label: "Expense",
    prefix: "/expense/",
    version: "v1",
    scope: "ZohoExpense.fullaccess.ALL",
    organization: { header: "X-com-zoho-expense-organizationid" },
  },
  inventory: {
    label: "Inventory",
    prefix: "/inventory/",
    version: "v1",
    scope: "ZohoInventory.FullAccess.all",
    organization: inQuery,
  },
  invoice: {
    label: "Invoice",
    prefix: "/invoice/",
    version: "v3",
    scope: "ZohoInvoice.fullaccess.all",
    organization: { header: "X-com-zoho-invoice-organizationid" },
  },
  mail: { label: "Mail", host: "mail", prefix: "/api/", version: "", scope: "ZohoMail.accounts.READ" },
  projects: {
    label: "Projects",
    host: "projectsapi",
    prefix: "/api/",
    version: "v3",
    scope: "ZohoProjects.portals.READ",
  },
  recruit: {
    label: "Recruit",
    host: "recruit",
    prefix: "/recruit/",
    version: "v2",
    scope: "ZohoRecruit.modules.ALL",
  },
  sign: { label: "Sign", host: "sign", prefix: "/api/", version: "v1", scope: "ZohoSign.documents.ALL" },
} as const satisfies Readonly<Record<string, OtherProduct>>;

export type OtherProductName = keyof typeof otherProducts;

/** Requests of a builder's own making to other products, which count against none of CRM's credits. */
export const otherOperations = {
  otherRead: {
    method: "GET",
    path: "{anyPath}",
    safety: "safe",
    class: "standard",
    scope: "that the path needs",
    credits: 0,
    success: [200, 204],
    anyAnswer: true,
  },
  otherWrite: {
    method: "POST",
    path: "{anyPath}",
    safety: "unsafe",
    class: "standard",
    scope: "that the path needs",
    credits: 0,
    success: [200, 201, 202, 204, 207],
    anyAnswer: true,
  },
} as const;

/** Zoho's other products, on the login that the connection has. */
export class OtherProducts extends ProductClient {
  /** @param api the API base of the data centre, or of a customer's own host. */
  constructor(
    transport: ConstructorParameters<typeof ProductClient>[0],
    readonly api: string,
  ) {
    super(transport);
  }
}

interface OtherInput extends RawInput {
  readonly product: OtherProductName;
  /** Put where the product wants it; undefined where the request names it itself, or needs none. */
  readonly organizationId?: string;
}

/**
 * A call to any path of another product's API, under the rules of every other call: only Zoho's hosts,
 * retries that can do no harm, no secret in an error.
 * @returns the parsed body, a Buffer or text as asked for, null where Zoho sent none.
 * @throws ZohoError `INVALID_INPUT` for a path that leaves the product, or where the product has no host in
 * the data centre; the scope to add is named where the login lacks it.
 */
export async function otherRawCall(
  client: OtherProducts,
  { product: name, organizationId, ...input }: OtherInput,
): Promise<unknown> {
  const product: OtherProduct = otherProducts[name];
  const base = product.host ? ownHostOf(client.api, product.host) : client.api;
  if (base === undefined)
    throw inputError(
      "zoho",
      `Product: Zoho ${product.label} has no host that is known for ${new URL(client.api).host}`,
    );
  const scope = `of the path (such as ${product.scope})`;
  const rows: RawRows = {
    read: { ...otherOperations.otherRead, scope },
    write: { ...otherOperations.otherWrite, scope },
    prefix: product.prefix,
    version: product.version,
    base,
  };
  return rawRequest(client.transport, rows, inOrganization(product, organizationId, input));
}

function inOrganization({ organization }: OtherProduct, id: string | undefined, input: RawInput): RawInput {
  if (id === undefined || organization === undefined) return input;
  return "query" in organization
    ? { ...input, queryParams: { [organization.query]: id, ...input.queryParams } }
    : { ...input, headers: { [organization.header]: id, ...input.headers } };
}
