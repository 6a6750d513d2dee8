import { type JsonObject, objectsAt, textAt } from "../core/json";
import { byLabel, type Choice } from "./choices";
import type { Crm } from "./crm";
import { getFromAddresses } from "./email/email";
import { getLayouts } from "./metadata";
import { getCustomViews, getPipelines, getRelatedLists, picklistOf } from "./metadataLists";
import { getUsers } from "./people/users";
import { getTags } from "./tags/tags";
import { choiceOf } from "./values/fields";

/** Choices of things: the value is what stands under `key`, the label what stands under the first of `labels` that is there. */
const choicesOf = (items: readonly JsonObject[], key: string, ...labels: string[]): Choice[] =>
  byLabel(
    items.map((item) => {
      const value = textAt(item, key) ?? "";
      const named = labels.map((label) => textAt(item, label)).find(Boolean);
      return { key: value, label: named ?? value };
    }),
  );

/** How many users a picker offers. */
const MAX_USERS = 1000;

/** Active users by name. */
export async function userChoices(crm: Crm): Promise<Choice[]> {
  const { users } = await getUsers(crm, { userType: "ActiveUsers", fetchAll: true, maxRecords: MAX_USERS });
  return choicesOf(users, "id", "full_name", "email");
}

export const layoutChoices = async (crm: Crm, recordType: string): Promise<Choice[]> =>
  choicesOf(await getLayouts(crm, recordType), "id", "display_label", "name");

export const relatedListChoices = async (crm: Crm, recordType: string): Promise<Choice[]> =>
  choicesOf(await getRelatedLists(crm, recordType), "api_name", "display_label");

export const customViewChoices = async (crm: Crm, recordType: string): Promise<Choice[]> =>
  choicesOf(
    (await getCustomViews(crm, { recordType, fetchAll: true })).custom_views,
    "id",
    "display_value",
    "name",
  );

/** Values of picklists: records hold what people see. */
const displayed = (described: readonly JsonObject[]): Choice[] =>
  byLabel(described.map((value) => ({ key: choiceOf(value).display, label: choiceOf(value).display })));

/** The values of a picklist field that are in use, as records hold them. */
export async function picklistChoices(crm: Crm, recordType: string, fieldName: string): Promise<Choice[]> {
  const values = objectsAt(await picklistOf(crm, recordType, fieldName), "pick_list_values");
  return displayed(values.filter(({ type }) => type !== "unused"));
}

export const tagChoices = async (crm: Crm, recordType: string): Promise<Choice[]> =>
  choicesOf((await getTags(crm, { recordType })).tags, "name");

/** Pipelines, as deals hold them. */
export const pipelineChoices = async (crm: Crm, recordType: string, layoutId?: string): Promise<Choice[]> =>
  displayed((await getPipelines(crm, { recordType, layoutId })).pipeline);

export async function fromAddressChoices(crm: Crm): Promise<Choice[]> {
  const addresses = (await getFromAddresses(crm)).from_addresses;
  const named = addresses.map((address) => ({
    ...address,
    label: `${textAt(address, "user_name") ?? ""} <${textAt(address, "email")}>`,
  }));
  return choicesOf(named, "email", "label");
}
