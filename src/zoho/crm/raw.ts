import { type RawInput, rawRequest } from "../http/raw";
import type { Crm } from "./crm";

/** Any path of the API. */
export const rawOperations = {
  rawRead: {
    method: "GET",
    path: "{anyPath}",
    safety: "safe",
    class: "standard",
    scope: "the scope of the path",
    credits: 1,
    success: [200, 204, 304],
    anyAnswer: true,
  },
  rawWrite: {
    method: "POST",
    path: "{anyPath}",
    safety: "unsafe",
    class: "standard",
    scope: "the scope of the path",
    credits: 1,
    success: [200, 201, 202, 204, 207],
    anyAnswer: true,
  },
} as const;

/** A call to any path under `/crm/`. */
export const crmRawCall = (crm: Crm, input: RawInput): Promise<unknown> =>
  rawRequest(
    crm.transport,
    { read: rawOperations.rawRead, write: rawOperations.rawWrite, prefix: "/crm/" },
    input,
  );
