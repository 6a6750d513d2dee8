import type { Choice } from "../core/choice";
import { bodyChoices, callChoices, type KnownCall, knownCalls } from "../http/knownCalls";
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

/** The calls of Zoho's files, which are loaded when they are first asked for. */
const known = {
  version: "8",
  calls: async (): Promise<KnownCall[]> => knownCalls((await import("./knownCalls.json")).default, "crm"),
};

/** The calls of Zoho's files as a picker offers them: those that have every word of a text. */
export const operationChoices = async (searchText?: string): Promise<Choice[]> =>
  callChoices(await known.calls(), searchText);

/** A template of the body that a call takes, as a picker offers it. */
export const bodyTemplates = async (operation?: string): Promise<Choice[]> =>
  bodyChoices((await import("./callBodies.json")).default, operation);

/** A call to any path under `/crm/`. */
export const crmRawCall = (crm: Crm, input: RawInput): Promise<unknown> =>
  rawRequest(
    crm.transport,
    { read: rawOperations.rawRead, write: rawOperations.rawWrite, prefix: "/crm/", known },
    input,
  );
