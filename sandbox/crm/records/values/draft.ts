import type { CrmOrganization } from "../../organization";

type Values = Readonly<Record<string, unknown>>;

/** A record that is about to be written. */
export interface Draft {
  organization: CrmOrganization;
  /** What is sent. */
  input: Values;
  /** The record as it will be. */
  record: Values;
  /** Its JSON path, such as `$.data[0]`. */
  path: string;
}
