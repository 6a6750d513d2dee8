import { input } from "@prismatic-io/spectral";
import { flag, optionalText, requiredText, someIds, textList } from "../cleaners";
import { manyInputs, recordIds } from "../writing";

const MAX_NAME = 25;

export const tags = input({
  label: "Tags",
  type: "string",
  collection: "valuelist",
  required: true,
  dataSource: "selectTag",
  placeholder: "Select a tag",
  comments: "The names of the tags, each of at most 25 characters. A record has at most 10.",
  example: "Trade Show",
  clean: (value: unknown) => {
    const names = [...new Set(textList("Tags")(value))];
    if (names.length === 0) throw new Error("Tags: expected at least one name, got nothing.");
    for (const name of names) checkName("Tags", name);
    return names;
  },
});

export const tagName = input({
  label: "Tag Name",
  type: "string",
  required: true,
  placeholder: "Enter a name",
  comments: "The name of the tag. Maximum is 25 characters.",
  example: "Trade Show",
  clean: (value: unknown) => checkName("Tag Name", requiredText("Tag Name")(value)),
});

function checkName(label: string, name: string): string {
  if (name.length <= MAX_NAME) return name;
  throw new Error(`${label}: expected at most ${MAX_NAME} characters, got ${JSON.stringify(name)}.`);
}

export const colorCode = input({
  label: "Color Code",
  type: "string",
  placeholder: "Enter a color code",
  comments: "The colour of the tag, as # and six hexadecimal digits. Leave empty for Zoho's default.",
  example: "#F17574",
  clean: (value: unknown) => {
    const code = optionalText("Color Code")(value);
    if (code === undefined || /^#[0-9A-Fa-f]{6}$/.test(code)) return code;
    throw new Error(`Color Code: expected # and six hexadecimal digits, got ${JSON.stringify(code)}.`);
  },
});

export const tag = input({
  label: "Tag",
  type: "string",
  required: true,
  dataSource: "selectTag",
  placeholder: "Select a tag",
  comments: "The name or the unique identifier of the tag. All records of the module lose it.",
  example: "Trade Show",
  clean: requiredText("Tag"),
});

export const overwrite = input({
  label: "Overwrite",
  type: "boolean",
  default: "false",
  comments: "When true, the tags replace those that the records have.",
  clean: flag("Overwrite"),
});

export const taggedIds = input({
  ...recordIds,
  comments: "The unique identifiers of the records, of any number. They are sent 500 at a time.",
  clean: someIds("Record IDs"),
});

export const taggingInputs = {
  ...manyInputs,
  concurrency: input({
    ...manyInputs.concurrency,
    comments:
      "The number of requests in flight at once, each with up to 500 records. Default is 5, maximum is 10.",
  }),
};
