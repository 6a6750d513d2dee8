import { createRunner } from "../../harness/runner";
import component from "../../src";

/** The triggers as their source has them, on the harness. */
export const triggerRunner = () => createRunner({ component });
