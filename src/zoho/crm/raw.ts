import { type RawInput, rawRequest } from "../http/raw";
import type { Crm } from "./crm";
import { crmOperations } from "./operations";

/** A call to any path under `/crm/`. */
export const crmRawCall = (crm: Crm, input: RawInput): Promise<unknown> =>
  rawRequest(
    crm.transport,
    { read: crmOperations.rawRead, write: crmOperations.rawWrite, prefix: "/crm/" },
    input,
  );
