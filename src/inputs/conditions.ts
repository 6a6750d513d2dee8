import { input } from "@prismatic-io/spectral";
import { fieldList, keyValues, objectList, optionalChoice, optionalText } from "./cleaners";

export const criteria = input({
  label: "Criteria",
  type: "text",
  placeholder: "Enter criteria",
  comments:
    "Conditions in the form of Zoho's [search](https://www.zoho.com/crm/developer/docs/api/v8/search-records.html), at most 10, joined by and, or and parentheses. The operators are equals, not_equal, starts_with, in, between, greater_than, greater_equal, less_than and less_equal. On text, equals finds words too. A name such as :company is replaced by Parameters, escaped.",
  example: "((Company:equals::company)and(Annual_Revenue:greater_than:1000))",
  clean: optionalText("Criteria"),
});

export const parameters = input({
  label: { key: "Name", value: "Parameters" },
  type: "string",
  collection: "keyvaluelist",
  comments:
    "Values for the :names of the query. Each is bound as a literal of its column's type, so that no value can change the query. A list fills in (:names).",
  example: "company: ABC Inc.",
  clean: keyValues("Parameters"),
});

export const criteriaParameters = input({
  ...parameters,
  comments:
    "Values for the :names of Criteria. Each is escaped as Zoho wants it, so that no value can change the criteria. A list becomes values for in and between.",
  example: "company: Burns, Smith (Partners)",
});

export const email = input({
  label: "Email",
  type: "string",
  placeholder: "Enter an e-mail address",
  comments: "An e-mail address, or a part of one, that any e-mail field of the records has.",
  example: "ada.burns@example.com",
  clean: optionalText("Email"),
});

export const phone = input({
  label: "Phone",
  type: "string",
  placeholder: "Enter a phone number",
  comments: "A phone number, or at least 3 characters of one, that any phone field of the records has.",
  example: "+1 555 0134",
  clean: optionalText("Phone"),
});

export const word = input({
  label: "Word",
  type: "string",
  placeholder: "Enter a word",
  comments: "A word of at least 2 characters that any field of the records has.",
  example: "Zylker",
  clean: optionalText("Word"),
});

const operators = [
  "equals",
  "not_equals",
  "contains",
  "starts_with",
  "ends_with",
  "in",
  "between",
  "greater",
  "greater_or_equal",
  "less",
  "less_or_equal",
  "is_empty",
  "is_not_empty",
] as const;

/** How Zoho's own search, and people, call the same. */
const alsoCalled: Readonly<Record<string, (typeof operators)[number]>> = {
  "=": "equals",
  not_equal: "not_equals",
  "!=": "not_equals",
  greater_than: "greater",
  ">": "greater",
  greater_equal: "greater_or_equal",
  greater_than_or_equal: "greater_or_equal",
  ">=": "greater_or_equal",
  less_than: "less",
  "<": "less",
  less_equal: "less_or_equal",
  less_than_or_equal: "less_or_equal",
  "<=": "less_or_equal",
};

export const conditions = input({
  label: "Conditions",
  type: "code",
  language: "json",
  comments:
    "A list of conditions as JSON objects of field, operator and value, at most 25. They run as a COQL query: exact, and aware of what was written a moment ago. The operators are equals, not_equals, contains, starts_with, ends_with, in, between, greater, greater_or_equal, less, less_or_equal, is_empty and is_not_empty. A value takes the type of its field; in and between take lists, lookups and owners IDs.",
  example: '[{ "field": "Company", "operator": "contains", "value": "Zylker" }]',
  clean: (value: unknown) =>
    objectList("Conditions")(value).map((condition, index) => {
      const label = `Conditions, item ${index + 1}`;
      const [field] = fieldList(`${label}, field`, 1)(condition.field);
      const said = String(condition.operator ?? condition.condition ?? "equals")
        .trim()
        .toLowerCase()
        .replaceAll(" ", "_");
      const alias = Object.hasOwn(alsoCalled, said) ? alsoCalled[said] : said;
      const operator = operators.find((known) => known === alias);
      if (field === undefined) throw new Error(`${label}: expected a field, got nothing.`);
      if (!operator)
        throw new Error(`${label}: expected an operator of ${operators.join(", ")}, got ${said}.`);
      return { field, operator, value: condition.value };
    }),
});

export const match = input({
  label: "Match",
  type: "string",
  default: "all",
  model: [
    { label: "All conditions", value: "all" },
    { label: "Any condition", value: "any" },
  ],
  comments: "Whether all of Conditions must hold, or any of them.",
  clean: (value: unknown) => optionalChoice("Match", ["all", "any"])(value) ?? "all",
});

export const searchText = input({
  label: "Search Text",
  type: "string",
  placeholder: "Enter a part of a name",
  comments: "Narrows the list to names that contain this text.",
  example: "Burns",
  clean: optionalText("Search Text"),
});

export const operationSearch = input({
  label: "Search Text",
  type: "string",
  placeholder: "Enter words",
  comments: "Words that the name, path, scope or parameters of an operation have, in any order.",
  example: "convert lead",
  clean: optionalText("Search Text"),
});

export const pickedOperation = input({
  ...operationSearch,
  label: "Operation",
  comments: "The operation whose body is asked for, as its picker gives it.",
  example: "POST /contacts/roles",
  clean: optionalText("Operation"),
});
