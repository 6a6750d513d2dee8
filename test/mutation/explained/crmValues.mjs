const firstIsSkipped = "The first entry of a match, which is all that a list of one has, is skipped.";

export const explained = [
  {
    file: "schema.ts",
    within: '?? ""',
    code: '""',
    why: "The types ask: Zoho gives each layout its id and its name, and each field its name.",
  },
  {
    file: "activities.ts",
    within: "const rule =",
    code: '""',
    why: "What is no text is refused, as is any text without the parts of a rule.",
  },
  {
    file: "activities.ts",
    within: 'word = ""',
    code: '""',
    why: "Where nothing matches there is no period, as there is none for a word that is none.",
  },
  { file: "activities.ts", code: "[]", why: firstIsSkipped },
  { file: "references.ts", within: "exec(", code: "[]", why: firstIsSkipped },
  {
    file: "convert.ts",
    within: "} catch {",
    code: "{ return undefined; }",
    why: "A function that ends without a value gives undefined.",
  },
  {
    file: "convert.ts",
    within: "const module =",
    code: '""',
    why: "No module has either name, so that rows whose module is not known pass as they are.",
  },
  {
    file: "rules.ts",
    code: 'typeof pipeline === "string"',
    becomes: "true",
    why: "Among the names of pipelines nothing but a text is found.",
  },
  {
    file: "scalars.ts",
    code: "content === undefined",
    becomes: "false",
    why: "What has no text is no day and no time, and is refused all the same.",
  },
  {
    file: "scalars.ts",
    within: "booleanOf(",
    code: '""',
    why: "What has no text is refused, as is any text that is no word for yes or no.",
  },
  {
    file: "prepare.ts",
    code: "id === undefined",
    becomes: "false",
    why: "Among the ids of layouts nothing but a text is found.",
  },
];
