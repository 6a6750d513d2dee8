import { Deliveries } from "../../core/deliveries";
import type { CrmOrganization } from "../organization";
import { perOrganization } from "../perOrganization";

const deliveriesOf = perOrganization(() => new Deliveries());

/** The URL that is to be called when a job ends, or what is wrong with it. */
export function callbackOf(given: unknown): { url?: string } | { code: string; message: string } {
  if (typeof given !== "object" || given === null) return {};
  const url = "url" in given ? given.url : undefined;
  if (typeof url !== "string" || !URL.canParse(url))
    return { code: "INVALID_CALLBACK_URL", message: "The callback URL is invalid" };
  if (!("method" in given) || given.method !== "post")
    return { code: "INVALID_CALLBACK_METHOD", message: "The callback method is invalid" };
  return { url };
}

/** What calls a builder's URL when a job has ended, once, with the job as it then stands. */
export function callingBack(
  organization: CrmOrganization,
  url: string | undefined,
  told: (id: string) => object,
): ((id: string) => void) | undefined {
  if (url === undefined) return undefined;
  const deliveries = deliveriesOf(organization);
  return (id) => deliveries.add({ number: deliveries.next(), url, body: told(id) });
}
