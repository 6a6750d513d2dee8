import type { Rules } from "../table/recordType";

/** A comment knows who made it and when; all callers are the one user of the sandbox. */
export const comments: Rules = {
  complete(draft, { organization }) {
    const user = organization
      .records("users")
      .all()
      .find((row) => row.is_current_user === true);
    const [date = "", time = ""] = organization.now().split("T");
    draft.commented_by_id ??= user?.user_id ?? "";
    draft.commented_by ??= user?.name ?? "";
    draft.comment_type ??= "internal";
    draft.operation_type ??= "Added";
    draft.date ??= date;
    draft.time ??= time.slice(0, 5);
    draft.transaction_id ??= "";
  },
};
