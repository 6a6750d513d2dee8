import { type RawInput, rawRequest } from "../http/raw";
import type { Transport } from "../http/transport";
import { crmOperations } from "./operations";

/** A call to any path under `/crm/`. */
export const crmRawCall = (crm: Transport, input: RawInput): Promise<unknown> =>
  rawRequest(crm, { read: crmOperations.rawRead, write: crmOperations.rawWrite, prefix: "/crm/" }, input);
