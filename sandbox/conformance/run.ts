import { defaultBehaviours, type ListedBehaviour, listBehaviours } from "../behaviours";
import { questions } from "./questions";
import { type AskedZoho, NotAsked } from "./zoho";

/** What a Zoho said to the question behind a behaviour. */
export type Finding = { name: string; emulated: string } & (
  | { verdict: "as emulated" }
  | { verdict: "differs"; found: string }
  | { verdict: "not answered"; why: string }
);

/** Asks the question behind every behaviour, one after the other, and deletes what that took. */
export async function conform(zoho: AskedZoho): Promise<Finding[]> {
  const findings: Finding[] = [];
  try {
    for (const behaviour of listBehaviours(defaultBehaviours())) findings.push(await ask(zoho, behaviour));
  } finally {
    await zoho.cleanUp();
  }
  return findings;
}

async function ask(zoho: AskedZoho, { name, default: emulated }: ListedBehaviour): Promise<Finding> {
  const question = questions[name];
  const unanswered = (why: string): Finding => ({ name, emulated, verdict: "not answered", why });
  if (!question) return unanswered("No call tells.");
  try {
    const found = await question(zoho);
    if (found === undefined) return unanswered("The answers do not tell.");
    return found === emulated
      ? { name, emulated, verdict: "as emulated" }
      : { name, emulated, verdict: "differs", found };
  } catch (error) {
    if (error instanceof NotAsked) return unanswered(error.message);
    return unanswered(error instanceof Error ? error.message : String(error));
  }
}

/** The choices with which a sandbox does what was found: those that were answered. */
export function choicesOf(findings: readonly Finding[]): Record<string, string> {
  return Object.fromEntries(
    findings.flatMap((finding): [string, string][] => {
      if (finding.verdict === "not answered") return [];
      return [[finding.name, finding.verdict === "differs" ? finding.found : finding.emulated]];
    }),
  );
}
