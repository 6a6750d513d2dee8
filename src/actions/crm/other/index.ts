import { crmRawRequest } from "./crmRawRequest";

export const otherActions = { crmRawRequest };
