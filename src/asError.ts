/** For the component's error hook: an `Error` passes as it is, anything else becomes one that can be read. */
export const asError = (error: unknown): Error =>
  error instanceof Error ? error : new Error(typeof error === "string" ? error : JSON.stringify(error));
