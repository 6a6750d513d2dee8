import { parseJson } from "../core/json";

const secretKeys = /^(authorization|cookie|set-cookie|.*token|.*secret|password|api[-_]?key)$/i;
const harmlessTokens = /^(page_token|next_page_token|previous_page_token)$/i;
const mask = "[REDACTED]";

/**
 * Removes secrets from anything that may be shown: every known value wherever it stands, and whatever stands
 * under a telling key.
 */
export interface Redactor {
  text(value: string): string;
  value(value: unknown): unknown;
}

const MAX_SHOWN = 2000;

/**
 * A body as a log may show it: without secrets, its first 2,000 characters; of a form its values and the
 * names of its files, of what is no text its size.
 */
export function shownBody(redact: Redactor, body: Buffer | FormData | undefined): string {
  const given = Buffer.isBuffer(body) ? readable(body) : body && valuesOf(body);
  const text = typeof given === "string" ? redact.text(given) : JSON.stringify(redact.value(given));
  return (text ?? "nothing").slice(0, MAX_SHOWN);
}

function readable(body: Buffer): unknown {
  if (body.length === 0) return undefined;
  const text = body.toString("utf8");
  if (text.includes("\uFFFD")) return `<${body.length} bytes>`;
  try {
    return parseJson(text);
  } catch {
    return text;
  }
}

function valuesOf(form: FormData): Record<string, string> {
  const values: Record<string, string> = {};
  form.forEach((value, name) => {
    values[name] = typeof value === "string" ? value : value.name;
  });
  return values;
}

/**
 * @param secrets the connection's own tokens and secrets; short ones (below 8 characters) are left to the
 * keys.
 */
export function redactor(secrets: readonly string[]): Redactor {
  const needles = secrets
    .filter((secret) => secret.length >= 8)
    .flatMap((secret) => [secret, encodeURIComponent(secret), Buffer.from(secret).toString("base64")])
    .sort((a, b) => b.length - a.length);
  const text = (value: string): string =>
    needles.reduce((clean, needle) => clean.split(needle).join(mask), value);
  const value = (input: unknown): unknown => {
    if (typeof input === "string") return text(input);
    if (Array.isArray(input)) return input.map(value);
    if (Buffer.isBuffer(input)) return `<${input.length} bytes>`;
    if (typeof input !== "object" || input === null) return input;
    return Object.fromEntries(
      Object.entries(input).map(([key, item]) => [
        key,
        typeof item === "string" && secretKeys.test(key) && !harmlessTokens.test(key) ? mask : value(item),
      ]),
    );
  };
  return { text, value };
}
