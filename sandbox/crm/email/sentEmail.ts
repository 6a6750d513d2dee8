/** Someone who sends or receives emails. */
export interface Mailbox {
  user_name?: string;
  email: string;
}

/** An email that was sent from a record, or is scheduled to be. */
export interface SentEmail {
  id: string;
  recordId: string;
  /** What another mail server calls it, where it came from one. */
  original?: string;
  from: Mailbox;
  to: readonly Mailbox[];
  cc: readonly Mailbox[] | null;
  subject: string;
  content: string;
  format: "html" | "text";
  /** When it was sent, or is to be. */
  time: string;
  scheduled: boolean;
  /** The ids of uploaded files. */
  attachments: readonly string[];
}
