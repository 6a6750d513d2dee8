import type { Answer } from "../core/answer";
import { crmError } from "../http/refusals";
import type { Route } from "../http/route";
import operations from "./notEmulated.json";

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;

/**
 * The operations of Zoho's OpenAPI files and pages that the sandbox does not have, each refused as what it
 * is: 501 with its name, in no words of Zoho's. Those that `emulated` has by now are left out.
 */
export function notEmulatedRoutes(emulated: readonly Route[]): Route[] {
  const isThere = new Set(emulated.map(({ method, path }) => `${method} ${shapeOf(path)}`));
  return Object.entries(operations).flatMap(([line, operation]): Route[] => {
    const [verb, path = ""] = line.split(" ");
    const method = methods.find((each) => each === verb);
    if (!method || isThere.has(`${method} ${shapeOf(path)}`)) return [];
    const answer = notEmulated(operation, line);
    return [{ operation, method, path, scopes: () => [], credits: () => 0, handle: () => answer }];
  });
}

const shapeOf = (path: string): string => path.replace(/:\w+/g, ":");

function notEmulated(operation: string, line: string): Answer {
  return crmError(501, "NOT_EMULATED", `The sandbox does not emulate ${operation} (${line}).`, { operation });
}
