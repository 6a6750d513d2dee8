import { crmRunQuery } from "./crmRunQuery";

export const findActions = { crmRunQuery };
