import { ProductClient } from "../http/productClient";

/** Zoho CRM as one organization sees it. */
export class Crm extends ProductClient {
  /** The API version in use, as a number: 8 for `v8`, 2.1 for `v2.1`. */
  get version(): number {
    return this.transport.version;
  }
}
