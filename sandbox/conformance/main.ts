import { writeFileSync } from "node:fs";
import Table from "cli-table3";
import { Command } from "commander";
import { createSandbox } from "..";
import { accessByRefreshToken, accessOf } from "./access";
import { choicesOf, conform, type Finding } from "./run";
import { type Access, AskedZoho } from "./zoho";

interface Options {
  sandbox?: string;
  readOnly: boolean;
  budget: number;
  save?: string;
  notifyUrl?: string;
  notifyPort: number;
}

async function sandboxAt(url: string): Promise<Access> {
  const response = await fetch(`${url.replace(/\/$/, "")}/__sandbox/connection?key=zohoTemplatedConnection`);
  return accessOf(await response.json());
}

/** The sandbox that is named, else the Zoho of the environment, else a sandbox of its own. */
async function open(sandbox: string | undefined): Promise<{ access: Access; close: () => Promise<void> }> {
  const close = async () => undefined;
  if (sandbox) return { access: await sandboxAt(sandbox), close };
  const { PRISMATIC_CONNECTION_VALUE: value, ZOHO_REFRESH_TOKEN: refreshToken } = process.env;
  if (value) return { access: accessOf(JSON.parse(value)), close };
  if (refreshToken) return { access: await accessByRefreshToken(process.env), close };
  const own = await createSandbox();
  return { access: await sandboxAt(own.url), close: () => own.close() };
}

function tableOf(findings: readonly Finding[]): string {
  const table = new Table({
    head: ["behaviour", "emulated", "found", "verdict"],
    style: { head: [], border: [] },
  });
  for (const finding of findings) {
    const found = finding.verdict === "differs" ? finding.found : "";
    const verdict = finding.verdict === "not answered" ? `not answered: ${finding.why}` : finding.verdict;
    table.push([finding.name, finding.emulated, found, verdict]);
  }
  return table.toString();
}

async function main(): Promise<void> {
  const { sandbox, save, notifyUrl, notifyPort, ...terms } = new Command("conformance")
    .description("Asks a Zoho the question behind every behaviour that the sandbox can play in several ways.")
    .option("--sandbox <url>", "a running sandbox to ask, in place of the Zoho of PRISMATIC_CONNECTION_VALUE")
    .option("--read-only", "write nothing", false)
    .option("--budget <credits>", "credits to spend at most; bulk jobs take 550 of them", Number, 1000)
    .option(
      "--notify-url <url>",
      "a public address that leads to a port of this machine, for calls of channels",
    )
    .option("--notify-port <port>", "that port", Number, 8890)
    .option("--save <file>", "write what was found to a file that the sandbox starts with: --like")
    .parse()
    .opts<Options>();
  const { access, close } = await open(sandbox);
  try {
    const notify = notifyUrl ? { url: notifyUrl, port: notifyPort } : undefined;
    const zoho = new AskedZoho(access, { ...terms, notify });
    const findings = await conform(zoho);
    console.log(tableOf(findings));
    console.log(`${zoho.creditsSpent} credits spent at ${access.api}.`);
    if (save) writeFileSync(save, `${JSON.stringify(choicesOf(findings), null, 2)}\n`);
  } finally {
    await close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
