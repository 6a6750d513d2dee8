import type { UploadedFile } from "../core/answer";

export type ParsedBody = { body: unknown; files: UploadedFile[] } | "broken";

/**
 * A body by its content type: multipart, form, or JSON, which is also tried where the type is another. A form
 * may carry its JSON in a field `JSONString`, as older Books clients send it. What is neither comes as a
 * Buffer.
 */
export async function parseBody(contentType: string, raw: Buffer | undefined): Promise<ParsedBody> {
  if (raw === undefined || raw.length === 0) return { body: undefined, files: [] };
  if (contentType.startsWith("multipart/form-data")) return parseMultipart(contentType, raw);
  if (contentType.startsWith("application/x-www-form-urlencoded")) {
    return withJsonString(Object.fromEntries(new URLSearchParams(raw.toString())), []);
  }
  const json = parseJson(raw.toString());
  if (json) return { body: json.value, files: [] };
  return contentType === "" || /json|text/.test(contentType) ? "broken" : { body: raw, files: [] };
}

async function parseMultipart(contentType: string, raw: Buffer): Promise<ParsedBody> {
  const fields: Record<string, string> = {};
  const files: UploadedFile[] = [];
  try {
    const form = await new Response(raw, { headers: { "content-type": contentType } }).formData();
    for (const [field, value] of form) {
      if (typeof value === "string") fields[field] = value;
      else
        files.push({
          field,
          name: value.name,
          contentType: value.type,
          data: Buffer.from(await value.arrayBuffer()),
        });
    }
  } catch {
    return "broken";
  }
  return withJsonString(fields, files);
}

function withJsonString(fields: Record<string, string>, files: UploadedFile[]): ParsedBody {
  if (fields.JSONString === undefined) return { body: fields, files };
  const json = parseJson(fields.JSONString);
  return json ? { body: json.value, files } : "broken";
}

function parseJson(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
