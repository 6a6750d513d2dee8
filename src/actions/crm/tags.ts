import { input } from "@prismatic-io/spectral";
import { crmAction } from "../../define";
import { flag, optionalText, requiredText, someIds, textList } from "../../inputs/cleaners";
import { updatableModule, viewableModule } from "../../inputs/modules";
import { manyInputs, recordIds } from "../../inputs/writing";
import {
  addTags,
  countTaggedRecords,
  createTag,
  getTags,
  mergeTags,
  removeTag,
  removeTags,
  updateTag,
} from "../../zoho/crm/tags";
import { time, user } from "./exampleValues";

const MAX_NAME = 25;

const tags = input({
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

const tagName = input({
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

const colorCode = input({
  label: "Color Code",
  type: "string",
  placeholder: "Enter a color code",
  comments: "The color of the tag, as # and six hexadecimal digits. Leave empty for Zoho's default.",
  example: "#F17574",
  clean: (value: unknown) => {
    const code = optionalText("Color Code")(value);
    if (code === undefined || /^#[0-9A-Fa-f]{6}$/.test(code)) return code;
    throw new Error(`Color Code: expected # and six hexadecimal digits, got ${JSON.stringify(code)}.`);
  },
});

const tag = input({
  label: "Tag",
  type: "string",
  required: true,
  dataSource: "selectTag",
  placeholder: "Select a tag",
  comments: "The name or the unique identifier of the tag. All records of the module lose it.",
  example: "Trade Show",
  clean: requiredText("Tag"),
});

const mergedTag = input({
  ...tag,
  label: "Merged Tag",
  comments: "The name or the unique identifier of the tag that goes. Its records get the other tag.",
  example: "Trade Fair",
  clean: requiredText("Merged Tag"),
});

const keptTag = input({
  ...tag,
  comments: "The name or the unique identifier of the tag that stays.",
});

const changedTag = input({
  ...tag,
  comments: "The name or the unique identifier of the tag to change.",
});

const newTagName = input({
  ...tagName,
  required: false,
  comments: "The new name of the tag. Leave empty to keep it. Maximum is 25 characters.",
  clean: (value: unknown) => {
    const name = optionalText("Tag Name")(value);
    return name === undefined ? undefined : checkName("Tag Name", name);
  },
});

const countedTag = input({
  ...tag,
  comments: "The name or the unique identifier of the tag whose records to count.",
});

const overwrite = input({
  label: "Overwrite",
  type: "boolean",
  default: "false",
  comments: "When true, the tags replace those that the records have.",
  clean: flag("Overwrite"),
});

const taggedIds = input({
  ...recordIds,
  comments: "The unique identifiers of the records, of any number. They are sent 500 at a time.",
  clean: someIds("Record IDs"),
});

const taggingInputs = {
  ...manyInputs,
  concurrency: input({
    ...manyInputs.concurrency,
    comments:
      "The number of requests in flight at once, each with up to 500 records. Default is 5, maximum is 10.",
  }),
};

const taggedExample = (tags: readonly object[]) => ({
  data: [
    {
      index: 0,
      status: "success",
      code: "SUCCESS",
      message: "tags updated successfully",
      id: "5725767000000524001",
      action: "update",
      details: { id: "5725767000000524001", modifiedTime: time, tags },
    },
    {
      index: 1,
      status: "error",
      code: "INVALID_DATA",
      message: "the id given seems to be invalid",
      id: "5725767000000999999",
      details: { id: "5725767000000999999" },
      hint: "Check the value against the field's type and limits, and that an ID belongs to a record.",
    },
  ],
  summary: { total: 2, succeeded: 1, failed: 1, requests: 1, credits: 1 },
});

export const crmAddTags = crmAction({
  label: "CRM - Add Tags To Records",
  description: "Adds tags to any number of records and reports what became of each.",
  inputs: { recordType: updatableModule, recordIds: taggedIds, tags, overwrite, ...taggingInputs },
  call: addTags,
  writes: true,
  example: taggedExample([{ name: "Trade Show", id: "5725767000000541001", color_code: null }]),
});

const tagWrittenExample = (message: string) => ({
  tags: [
    {
      code: "SUCCESS",
      details: {
        id: "5725767000000541001",
        name: "Trade Show",
        color_code: "#F17574",
        created_by: user,
        created_time: time,
        modified_by: user,
        modified_time: time,
      },
      message,
      status: "success",
    },
  ],
});

export const crmCreateTag = crmAction({
  label: "CRM - Create Tag In Module",
  description: "Creates a tag in a module.",
  inputs: { recordType: updatableModule, tagName, colorCode },
  call: createTag,
  writes: true,
  example: tagWrittenExample("tags created successfully"),
});

export const crmUpdateTag = crmAction({
  label: "CRM - Update Tag In Module",
  description: "Changes the name or the color of a tag, on all records that have it.",
  inputs: { recordType: updatableModule, tag: changedTag, tagName: newTagName, colorCode },
  call: updateTag,
  writes: true,
  example: tagWrittenExample("tags updated successfully"),
});

const tagsExample = {
  tags: [
    {
      id: "5725767000000541001",
      name: "Trade Show",
      color_code: "#F17574",
      created_by: user,
      created_time: time,
      modified_by: user,
      modified_time: time,
    },
  ],
  info: { count: 1, allowed_count: 200 },
};

export const crmGetTags = crmAction({
  label: "CRM - Get Tags",
  description: "Returns the tags of a module.",
  inputs: { recordType: viewableModule },
  call: getTags,
  example: tagsExample,
});

const tagRemovedExample = {
  tags: [
    {
      code: "SUCCESS",
      details: { id: "5725767000000541001" },
      message: "tags deleted successfully",
      status: "success",
    },
  ],
};

export const crmRemoveTag = crmAction({
  label: "CRM - Delete Tag From Module",
  description:
    "Deletes a tag itself: all records of the module lose it. Remove Tags From Records only takes tags off single records.",
  inputs: { recordType: updatableModule, tag },
  call: removeTag,
  writes: true,
  example: tagRemovedExample,
});

export const crmRemoveTags = crmAction({
  label: "CRM - Remove Tags From Records",
  description:
    "Takes tags off any number of records and reports what became of each. The tags themselves stay.",
  inputs: { recordType: updatableModule, recordIds: taggedIds, tags, ...taggingInputs },
  call: removeTags,
  writes: true,
  example: taggedExample([]),
});

export const crmMergeTags = crmAction({
  label: "CRM - Merge Tags",
  description: "Merges a tag of a module into another, which its records get.",
  inputs: { recordType: viewableModule, tag: keptTag, mergedTag },
  call: mergeTags,
  writes: true,
  example: {
    tags: [
      {
        code: "SUCCESS",
        details: {
          id: "5725767000000541001",
          created_by: user,
          modified_by: user,
          created_time: time,
          modified_time: time,
          color_code: null,
        },
        message: "tags merged successfully",
        status: "success",
      },
    ],
  },
});

export const crmCountTaggedRecords = crmAction({
  label: "CRM - Count Tagged Records",
  description: "Returns how many records of a module have a tag.",
  inputs: { recordType: viewableModule, tag: countedTag },
  call: countTaggedRecords,
  example: { count: 12 },
});
