import {
  type Described,
  describedCalls,
  normalised,
  propertiesOf,
} from "../../../../test/support/booksOpenApi";
import { isObject, type JsonObject } from "../../core/json";
import { pathOf, recordTypes, verbsOf } from "../recordTypes";
import { fieldKinds, fieldNames } from "./fieldNames";

const calls = describedCalls();

const creates = [...recordTypes().values()].filter((type) => verbsOf(type).includes("create"));

const createOf = (key: string, path: string): Described | undefined =>
  calls.find(
    (call) =>
      call.method === "POST" &&
      call.path === normalised(path) &&
      (call.file === "customer-debit-notes.yml") === (key === "debitnotes"),
  );

/** What a property is, in the words of `fieldKinds`. */
function kindOf({ type, items }: JsonObject): string | undefined {
  if (type === "number" || type === "integer") return "number";
  if (type === "boolean" || type === "object") return String(type);
  if (type !== "array") return type === undefined ? undefined : "text";
  return isObject(items) && (items.properties !== undefined || items.type === "object") ? "objects" : "list";
}

const kindsByName = new Map<string, Set<string>>();

function collect(schema: unknown): void {
  for (const [name, property] of Object.entries(propertiesOf(schema))) {
    if (!isObject(property)) continue;
    const kind = kindOf(property);
    if (kind) kindsByName.set(name, (kindsByName.get(name) ?? new Set()).add(kind));
    collect(property);
  }
}

for (const { body } of calls) collect(body);

/** What the kinds that a name has in different calls come to. */
function together(kinds: ReadonlySet<string>): string {
  const text = kinds.has("text");
  if (kinds.has("list") || kinds.has("objects")) {
    if (text) return "listOrText";
    return kinds.has("list") ? "list" : "objects";
  }
  const [kind = "text"] = [...kinds].filter((each) => each !== "text");
  return text && kind !== "text" ? `${kind}OrText` : kind;
}

const isId = (name: string, kinds: ReadonlySet<string>): boolean =>
  /_ids?$/.test(name) && !["list", "objects", "boolean"].some((kind) => kinds.has(kind));

describe("the fields and Zoho's OpenAPI files", () => {
  it("have the kinds that the files give them", () => {
    const expected = [...kindsByName]
      .filter(([name, kinds]) => !isId(name, kinds) && !name.startsWith("cf_"))
      .map(([name, kinds]) => [name, together(kinds)])
      .filter(([, kind]) => kind !== "text");
    expect(Object.fromEntries(fieldKinds)).toEqual(Object.fromEntries(expected));
  });

  it.each(creates.map((type) => [type.key, type] as const))(
    "%s: new records have the fields of the files",
    (key, type) => {
      const body = Object.keys(propertiesOf(createOf(key, pathOf(type, "create"))?.body));
      const names = body.filter((name) => name !== "custom_fields").sort();
      expect(fieldNames[key]?.split(" ") ?? []).toEqual(names);
    },
  );
});
