import type { Route } from "../../../http/route";
import { type BooksCall, done } from "../../call";
import { doesNotExist } from "../../core/refusal";
import type { Application } from "../../money/applications";
import { unapply } from "../../money/apply";
import { idOf } from "../../table/recordType";
import { recordAction } from "../action";

/** What a path names of the things set against a record; throws a Refusal where there is none. */
function applicationOf(call: BooksCall, among: readonly Application[], parameter: string): Application {
  const found = among.find((application) => application.id === call.params[parameter]);
  if (!found) throw doesNotExist(parameter.endsWith("payment_id") ? "Payment" : "Credit");
  return found;
}

/** The call that takes back what was applied, from the side of the source or of the target. */
export const removeApplied = (
  path: string,
  action: string,
  parameter: string,
  side: "to" | "from",
  message: string,
): Route =>
  recordAction(
    "DELETE",
    path,
    `${action}/:${parameter}`,
    (call, row, type) => {
      const among = call.organization.applications[side](idOf(type, row));
      unapply(call.organization, [applicationOf(call, among, parameter)]);
      return done(message);
    },
    { name: `${action}/delete` },
  );
