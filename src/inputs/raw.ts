import { input, structuredObjectInput } from "@prismatic-io/spectral";
import {
  flag,
  keyValues,
  optionalChoice,
  optionalFlag,
  optionalInteger,
  optionalText,
  requiredText,
} from "./cleaners";
import { debugRequest } from "./connection";

const methods = [
  "GET",
  "POST",
  "PUT",
  "PATCH",
  "DELETE",
  "HEAD",
  "OPTIONS",
  "LINK",
  "PURGE",
  "UNLINK",
] as const;

/** A whole number within bounds; what is above them is the upper bound, and undefined when empty. */
const cappedInteger =
  (label: string, min: number, max: number) =>
  (value: unknown): number | undefined => {
    const number = optionalInteger(label, min, Number.MAX_SAFE_INTEGER)(value);
    return number === undefined ? undefined : Math.min(number, max);
  };

export const url = input({
  label: "URL",
  type: "string",
  required: true,
  placeholder: "Enter a path",
  comments:
    "The path of the request, without a host: the host comes from the connection. The product and the API version may be left out, as in `/Leads` for `/crm/v8/Leads`.",
  example: "/crm/v8/Leads",
  clean: requiredText("URL"),
});

export const method = input({
  label: "Method",
  type: "string",
  required: true,
  model: methods.map((name) => ({ label: name, value: name })),
  comments: "The HTTP method of the request.",
  example: "GET",
  clean: (value: unknown) => optionalChoice("Method", methods)(value) ?? "GET",
});

/** For products whose operations can be picked. */
const operationOf = (dataSource: string, example: string) =>
  input({
    label: "Operation",
    type: "string",
    dataSource,
    placeholder: "Select an operation",
    comments:
      "One of Zoho's operations, which sets the method and the path of the request. Its name, scope, credits and parameters stand in the list; a `!` marks the parameters that it needs. URL is then left empty.",
    example,
    clean: optionalText("Operation"),
  });

const pathValuesOf = (example: string) =>
  input({
    label: { key: "Part", value: "Path Values" },
    type: "string",
    collection: "keyvaluelist",
    comments: "What stands for the parts in braces of the path of Operation, by their names.",
    example,
    clean: keyValues("Path Values"),
  });

const skipPathCheck = input({
  label: "Skip Path Check",
  type: "boolean",
  default: "false",
  comments:
    "When true, the path and the method are not compared with those of Zoho's files before the request is sent. Paths that the files do not know are sent in any case, unless they have the path with another method, or one that differs by a slip.",
  clean: flag("Skip Path Check"),
});

/** A URL and method that an operation may stand for. */
const orOperation = {
  url: (example: string, comments: string) =>
    input({ ...url, required: false, comments, example, clean: optionalText("URL") }),
  method: input({
    ...method,
    required: false,
    comments: "The HTTP method of the request. Default is the method of Operation, or GET.",
    clean: optionalChoice("Method", methods),
  }),
};

export const data = input({
  label: "Data",
  type: "string",
  placeholder: "Enter a body",
  comments: "The body of the request, as JSON. It cannot be combined with Form Data or File Data.",
  example: '{ "data": [{ "Last_Name": "Burns" }] }',
  clean: (value: unknown) => (value === "" || value === null ? undefined : value),
});

const pairs = (key: string, value: string, comments: string, example: string) =>
  input({
    label: { key, value },
    type: "string",
    collection: "keyvaluelist",
    comments,
    example,
    clean: keyValues(value),
  });

export const formData = pairs("Field", "Form Data", "Fields of a multipart body.", "title: Contract");

export const fileData = pairs(
  "Part",
  "File Data",
  "Files of a multipart body, by the name of their part.",
  "file: a file from an earlier step",
);

export const fileDataFileNames = pairs(
  "Part",
  "File Data File Names",
  "The names of the files in File Data, by the same keys.",
  "file: contract.pdf",
);

export const queryParams = pairs(
  "Parameter",
  "Query Parameter",
  "Query parameters of the request.",
  "fields: Last_Name,Email",
);

export const headers = pairs(
  "Header Name",
  "Header",
  "Headers of the request. Authorization is set by the connection and cannot be given.",
  "If-Modified-Since: 2026-03-01T09:00:00+01:00",
);

export const responseType = input({
  label: "Response Type",
  type: "string",
  default: "json",
  model: ["json", "text", "arraybuffer"].map((type) => ({ label: type, value: type })),
  comments: "The kind of answer to expect: JSON, or a file with arraybuffer.",
  example: "json",
  clean: (value: unknown) =>
    value === "document" ? "text" : optionalChoice("Response Type", ["json", "text", "arraybuffer"])(value),
});

export const timeout = input({
  label: "Timeout",
  type: "string",
  placeholder: "Enter milliseconds",
  comments: "The most milliseconds that one try may take. Default is 30000.",
  example: "30000",
  clean: (value: unknown) => cappedInteger("Timeout", 0, 600_000)(value) || undefined,
});

export const retryDelayMS = input({
  label: "Retry Delay (ms)",
  type: "string",
  placeholder: "Enter milliseconds",
  comments:
    "Milliseconds between two tries when Use Exponential Backoff is off. Zoho's own Retry-After takes precedence.",
  example: "500",
  clean: cappedInteger("Retry Delay (ms)", 0, 60_000),
});

export const maxRetries = input({
  label: "Max Retry Count",
  type: "string",
  placeholder: "Enter a number",
  comments:
    "How often a failed request is sent again at most. Default is 4, and maximum is 10; a write that may have been carried out is never repeated.",
  example: "4",
  clean: cappedInteger("Max Retry Count", 0, 10),
});

export const retryAllErrors = input({
  label: "Retry On All Errors",
  type: "boolean",
  default: "false",
  comments: "When true, a write that may have been carried out is repeated too. It may then happen twice.",
  clean: flag("Retry On All Errors"),
});

export const useExponentialBackoff = input({
  label: "Use Exponential Backoff",
  type: "boolean",
  default: "true",
  comments: "When true, the waits between tries double each time, with some chance in them.",
  clean: (value: unknown) => optionalFlag("Use Exponential Backoff")(value) ?? true,
});

/** How a request that is chosen or written is sent. */
const sending = {
  data,
  formData,
  fileData,
  fileDataFileNames,
  queryParams,
  headers,
  responseType,
  timeout,
  debugRequest,
  retryDelayMS,
  retryAllErrors,
  maxRetries,
  useExponentialBackoff,
};

const shownBy = ({ body, parameter }: BodyExamples) => ({
  data: input({ ...data, example: body }),
  queryParams: input({ ...queryParams, example: parameter }),
});

/** The inputs of a request to another product, which is written by hand. */
export const otherRawInputs = (path: typeof url, like: BodyExamples) => ({
  url: path,
  method,
  data: shownBy(like).data,
  multipart: structuredObjectInput({
    label: "Multipart Body",
    comments: "Fields and files of a multipart body, in place of Data.",
    inputs: { formData, fileData, fileDataFileNames },
  }),
  queryParams: shownBy(like).queryParams,
  headers,
  responseType,
  sending: structuredObjectInput({
    label: "Sending Options",
    comments: "How long a try may take, and how a failed one is repeated.",
    inputs: { timeout, maxRetries, retryDelayMS, retryAllErrors, useExponentialBackoff },
  }),
  debugRequest,
});

/** What a body and a parameter are like. */
interface BodyExamples {
  readonly body: string;
  readonly parameter: string;
}

/** What tells a product's own requests from others. */
interface OwnRequest extends BodyExamples {
  /** Its pickers of operations, and of the bodies that they take. */
  readonly picker: string;
  readonly bodies: string;
  readonly operation: string;
  readonly pathValues: string;
  readonly url: string;
  /** What its paths may leave out, and what is added. */
  readonly more: string;
}

/** The inputs of a request that is picked from a product's operations, or written by hand. */
export const ownRawInputs = (own: OwnRequest) => ({
  operation: operationOf(own.picker, own.operation),
  pathValues: pathValuesOf(own.pathValues),
  url: orOperation.url(
    own.url,
    `The path of the request, without a host: the host comes from the connection. ${own.more} Leave empty where Operation is chosen.`,
  ),
  method: orOperation.method,
  ...sending,
  ...shownBy(own),
  data: input({
    ...shownBy(own).data,
    dataSource: own.bodies,
    comments: `${data.comments} The list has a template of what Operation takes.`,
  }),
  options: structuredObjectInput({
    label: "Additional Options",
    comments: "Whether the path and the method are checked before the request is sent.",
    inputs: { skipPathCheck },
  }),
});
