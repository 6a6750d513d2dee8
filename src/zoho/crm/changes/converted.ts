import type { Crm } from "../crm";
import { refusedColumn } from "../query/columns";

/*
 * A query leaves converted leads out unless its criteria name `Converted__s`. A lead that is converted is a
 * change of it, and not its end: so the feed names the column, and does without where an organization refuses
 * it.
 */

const COLUMN = "Converted__s";
const either = `(${COLUMN} = true or ${COLUMN} = false)`;

/** Reads with the condition that keeps converted leads in, and without where Zoho refuses it. */
export async function acceptingConverted<T>(
  crm: Crm,
  module: string,
  isRefused: boolean,
  read: (conditions: readonly string[]) => Promise<T>,
): Promise<{ result: T; leavesConverted?: true }> {
  if (module !== "Leads") return { result: await read([]) };
  if (isRefused) return { result: await read([]), leavesConverted: true };
  try {
    return { result: await read([either]) };
  } catch (error) {
    if (refusedColumn(error) !== COLUMN) throw error;
    crm.log.warn("Zoho lets no query name Converted__s: what changes of converted leads is not emitted.");
    return { result: await read([]), leavesConverted: true };
  }
}
