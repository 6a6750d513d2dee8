import { readFileSync } from "node:fs";
import { Command, InvalidArgumentError } from "commander";
import { createSandbox } from ".";

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(number))
    throw new InvalidArgumentError("A whole number is needed.");
  return number;
}

function behavioursIn(file: string | undefined): Record<string, unknown> {
  return file === undefined ? {} : JSON.parse(readFileSync(file, "utf8"));
}

async function main(): Promise<void> {
  const options = new Command("sandbox")
    .description("Runs an emulated Zoho on 127.0.0.1 until it is stopped.")
    .option("--port <number>", "port to listen on; 0 takes any that is free", wholeNumber, 8899)
    .option("--seed <number>", "seed of the first organisation", wholeNumber, 1)
    .option("--like <file>", "behaviours to begin with, as npm run conformance -- --save writes them")
    .parse()
    .opts<{ port: number; seed: number; like?: string }>();
  const sandbox = await createSandbox({ ...options, behaviours: behavioursIn(options.like) });
  console.log(`Zoho sandbox ready at ${sandbox.url}`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void sandbox.close());
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
