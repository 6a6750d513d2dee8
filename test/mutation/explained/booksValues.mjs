export const explained = [
  {
    file: "customFields.ts",
    code: "{ recordType: type.key }",
    why: "The types ask for the record type; the path of a list is the type's own.",
  },
  {
    file: "values.ts",
    within: 'typedCustom(name, ""',
    code: '""',
    why: "Of a kind that is not known, values stay as they are, however it is called.",
  },
];
