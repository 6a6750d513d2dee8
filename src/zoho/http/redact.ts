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
