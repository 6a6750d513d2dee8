import { crmAt } from "../../../test/hostile/zoho";
import { fileForm, fileIn } from "./files";

const limits = { product: "crm", part: "file", maxMb: 1 } as const;
const upload = (bytes: number) => ({
  data: Buffer.alloc(bytes, "x"),
  contentType: "text/plain",
  name: "note.txt",
});

describe("a file on its way to Zoho", () => {
  test.each([[1], [1024 * 1024]])("of %i bytes is the part that Zoho looks for", async (bytes) => {
    const form = fileForm(upload(bytes), limits);
    const file = form.get("file");
    if (!(file instanceof File)) throw new Error("There is no file.");
    expect([file.name, file.type, file.size]).toEqual(["note.txt", "text/plain", bytes]);
    expect(Buffer.from(await file.arrayBuffer()).equals(upload(bytes).data)).toBe(true);
  });

  test.each([
    [0, "File: note.txt is empty"],
    [1024 * 1024 + 1, "File: note.txt has 1.0 MB, and Zoho takes at most 1 MB"],
    [2.5 * 1024 * 1024, "File: note.txt has 2.5 MB, and Zoho takes at most 1 MB"],
  ])("of %i bytes is refused before it is sent", (bytes, message) => {
    expect(() => fileForm(upload(bytes), limits)).toThrow(message);
  });
});

describe("a file that Zoho sends", () => {
  const { transport } = crmAt({ url: "http://127.0.0.1:9" });
  const body = Buffer.from("{}");
  const read = (headers: Record<string, string>, content: unknown = body) =>
    fileIn(transport, { status: 200, headers, body: content }, "photo");

  test.each<[Record<string, string>, string]>([
    [{ "content-type": "image/png" }, "image/png"],
    [{}, "application/octet-stream"],
    [{ "content-type": "application/json", "content-disposition": "attachment" }, "application/json"],
    [{ "content-type": "text/html", "content-disposition": "attachment" }, "text/html"],
    [{ "content-type": "x-text/html" }, "x-text/html"],
  ])("with %j is handed on as %s", (headers, contentType) => {
    expect(read(headers)).toEqual({ data: body, contentType });
  });

  test.each([["text/html;charset=UTF-8"], ["application/json"], ["TEXT/HTML"]])(
    "is none where a page of %s came without a name",
    (type) => {
      expect(() => read({ "content-type": type })).toThrow(
        expect.objectContaining({
          kind: "answer",
          code: "UNREADABLE_ANSWER",
          status: 200,
          reason: "Zoho answered with a page instead of the photo",
        }),
      );
    },
  );

  test("is none where nothing came", () => {
    expect(() => fileIn(transport, { status: 204, headers: {}, body: undefined }, "photo")).toThrow(
      expect.objectContaining({
        kind: "notFound",
        code: "FILE_NOT_FOUND",
        reason: "There is no photo, or the connected user may not see it",
      }),
    );
  });
});
