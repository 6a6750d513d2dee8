import { listing } from "./cli/list";
import { createProgram } from "./cli/program";
import { machineReport, report } from "./cli/report";
import { runRequest } from "./cli/run";
import { createRunner } from "./runner";

/**
 * `npm run harness -- crmGetRecords --recordType Leads --fields Email`: runs one part of the built component.
 */
async function main(args: string[]): Promise<void> {
  const runner = createRunner();
  if (args.length === 0) return console.log(listing(runner.component));
  const program = createProgram(runner.component, async (request) => {
    const outcome = await runRequest(runner, request);
    console.log(request.settings.json ? machineReport(outcome) : report(outcome));
    if ("error" in outcome) process.exitCode = 1;
  });
  await program.parseAsync(args, { from: "user" });
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
