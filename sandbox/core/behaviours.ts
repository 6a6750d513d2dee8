/** How far it is known that Zoho does what the sandbox does. */
export type Level =
  /** Somebody wrote down what a live organization answered. */
  | "live"
  /** Zoho's pages or staff say so. */
  | "documented"
  /** Only Zoho's OpenAPI files say so. */
  | "file"
  /** Reports disagree, or nobody knows: the sandbox can play each way. */
  | "switchable";

export interface Evidence {
  level: Level;
  /** Who says so, and when, in a sentence. */
  source: string;
}

/** One thing that Zoho may do in several ways, and nobody knows for certain in which. */
export interface Behaviour {
  /** What is open, in a sentence. */
  description: string;
  /** The ways in which the sandbox can play it, the default first. */
  choices: readonly [string, string, ...string[]];
  /** What speaks for the default, and what against it. */
  evidence: Evidence;
}

/** Behaviours by name; a room's own stand beside the code that asks for them. */
export type BehaviourRows = Readonly<Record<string, Behaviour>>;

/** The present choice of each behaviour. */
export type Choices<Rows extends BehaviourRows> = {
  -readonly [Name in keyof Rows]: Rows[Name]["choices"][number];
};
