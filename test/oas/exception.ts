/** A place where Zoho's files and what is played here do not say the same, and why. */
export interface Exception {
  /** The page below `src/actions` that meets it; its test fails when it no longer does. */
  readonly page: string;
  /** Any file when left out. */
  readonly file?: string;
  /** The call as the file has it; any when left out. */
  readonly call?: string;
  /** `path`, `query`, `body`, `status` or `answer 200`; the beginning is enough. */
  readonly part: string;
  readonly problem: RegExp;
  /** Of a refusal: what it says, in the form of `Difference`; it excuses no other. */
  readonly refusal?: string;
  readonly reason: string;
}
