import { inspect } from "node:util";
import fc from "fast-check";
import { redactor, shownBody } from "./redact";

const secrets = ["1000.canary-access/token+", "1000.canary.refresh", "canary client secret"];
const { text, value } = redactor(secrets);

const forms = secrets.flatMap((secret) => [
  secret,
  encodeURIComponent(secret),
  Buffer.from(secret).toString("base64"),
]);

test("removes every secret, in every form, from any nested value, and leaves the rest", () => {
  const leaf = fc.oneof(
    fc.string(),
    fc.constantFrom(...forms).map((form) => `before ${form} after`),
  );
  fc.assert(
    fc.property(fc.object({ values: [leaf], maxDepth: 3 }), (input) => {
      const shown = inspect(value(input), { depth: null }) + JSON.stringify(value(input));
      for (const form of forms) expect(shown).not.toContain(form);
      expect(value(value(input))).toEqual(value(input));
    }),
  );
  expect(text("nothing to hide")).toBe("nothing to hide");
});

test("shows nothing of a body without content", () => {
  expect(shownBody(redactor([]), Buffer.alloc(0))).toBe("nothing");
});

test("masks what stands under a telling key, but not a page token or Zoho's code", () => {
  const shown = value({
    Authorization: "Zoho-oauthtoken abc",
    client_secret: "short",
    nested: [{ refresh_token: "x" }],
    next_page_token: "c8582xx9e7c7",
    code: "INVALID_DATA",
  });
  expect(shown).toEqual({
    Authorization: "[REDACTED]",
    client_secret: "[REDACTED]",
    nested: [{ refresh_token: "[REDACTED]" }],
    next_page_token: "c8582xx9e7c7",
    code: "INVALID_DATA",
  });
});

test("leaves short secrets to the keys, hides the longest first, and shows of bytes how many", () => {
  const { text, value } = redactor(["1234567", "abcdefgh", "abcdefgh-and-more"]);
  expect(text("1234567 abcdefgh abcdefgh-and-more")).toBe("1234567 [REDACTED] [REDACTED]");
  expect(
    value({ bytes: Buffer.from("abc"), none: null, token: 5, apiKey: "x", token_type: "Bearer" }),
  ).toEqual({
    bytes: "<3 bytes>",
    none: null,
    token: 5,
    apiKey: "[REDACTED]",
    token_type: "Bearer",
  });
});
