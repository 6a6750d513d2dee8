import { isObject, type JsonObject } from "../core/json";
import type { Answer } from "../http/judge";
import type { Operation } from "../http/operation";
import { ProductClient } from "../http/productClient";
import type { Call } from "../http/request";
import type { Transport } from "../http/transport";
import { chosenOrganization, explaining } from "./organizations";

/**
 * Zoho Books as one organisation sees it: every call names the organisation, which is found out at the first
 * of them.
 */
export class Books extends ProductClient {
  private resolved: Promise<string> | undefined;

  /** @param organizationId the organisation to work in; the only one of the login when left out. */
  constructor(
    transport: Transport,
    private readonly organizationId?: string,
  ) {
    super(transport);
  }

  /** The id of the organisation. Throws when none is given and the login belongs to several. */
  organization(): Promise<string> {
    this.resolved ??= this.organizationId
      ? Promise.resolve(this.organizationId)
      : chosenOrganization(this.transport);
    return this.resolved;
  }

  /**
   * Makes one call and gives Zoho's own body: `{ code, message, … }`. An answer without one says no more than
   * that it was done.
   */
  async ask(operation: Operation, call?: Call): Promise<JsonObject> {
    const { body } = await this.send(operation, call);
    return isObject(body) ? body : { code: 0, message: "" };
  }

  /**
   * Makes one call in the organisation.
   * @throws ZohoError for every failure; a wrong organisation and a refused token are explained as far as can
   * be told.
   */
  override async send(operation: Operation, call: Call = {}): Promise<Answer> {
    const organization_id = await this.organization();
    // Zoho is reported to overlook the parameter where the body has parts.
    if (call.body instanceof FormData) call.body.set("organization_id", organization_id);
    return explaining(this.transport, operation, () =>
      super.send(operation, { ...call, query: { ...call.query, organization_id } }),
    );
  }
}
