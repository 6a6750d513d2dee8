import { client } from "../sandbox/accounts/client";
import { createSandbox } from "../sandbox/index";
import { createRunner } from "./runner";
import { tellBooks } from "./story/books";
import { connect } from "./story/connect";
import { tellCrm } from "./story/crm";
import { Teller } from "./story/teller";
import { tellTriggers } from "./story/triggers";
import { textAt } from "./story/values";

/**
 * `npm start`: the built component from end to end against a Zoho that needs no account. Exits with 0 only if
 * every step did what it says.
 */
async function main(): Promise<void> {
  const sandbox = await createSandbox();
  try {
    const runner = createRunner({ env: { ZOHO_ALLOW_LOOPBACK: "1" } });
    const teller = new Teller(sandbox.url);
    console.log(`The component of dist/, against the Zoho sandbox at ${sandbox.url}.`);

    teller.chapter("OAuth");
    const connection = await connect(runner.component, sandbox.url, client);
    await teller.step("Connect in the chosen data center", async () => {
      const organization = await runner.action("crmGetOrganization", { connection });
      return textAt(organization, "data.org.0.company_name");
    });
    await tellCrm(teller, runner, connection);
    await tellBooks(teller, runner, connection);
    await tellTriggers(teller, runner, connection, sandbox.url);
    teller.end();
  } finally {
    await sandbox.close();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
