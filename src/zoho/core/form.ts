/** The JSON Schema of a form: what forms of records and mappings need of it. */
export interface FormSchema {
  readonly type?: "object" | "array" | "string" | "number" | "integer" | "boolean";
  readonly title?: string;
  readonly description?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly const?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly uniqueItems?: boolean;
  readonly oneOf?: FormSchema[];
  readonly allOf?: FormSchema[];
  readonly contains?: FormSchema;
  readonly items?: FormSchema;
  readonly properties?: Record<string, FormSchema>;
  readonly required?: string[];
}

/** One element of a form as JSON Forms lays it out. */
export interface FormElement {
  readonly type: string;
  readonly label?: string;
  readonly scope?: string;
  readonly options?: Record<string, unknown>;
  readonly elements?: FormElement[];
}

/** A form: what it asks for, how it is laid out, and what it begins with. */
export interface Form {
  readonly schema: FormSchema;
  readonly uiSchema: FormElement;
  readonly data: Record<string, unknown>;
}

/** One entry to choose: the value that is kept, and what people read. */
interface Option {
  readonly key: string;
  readonly label: string;
}

/** A schema of one of these; JSON Forms shows it as a list to choose from. */
export const oneOf = (options: readonly Option[]): FormSchema => ({
  type: "string",
  oneOf: options.map(({ key, label }) => ({ const: key, title: label })),
});

/** The control of a property of the form. */
export const control = (name: string, options?: Record<string, unknown>): FormElement => ({
  type: "Control",
  scope: `#/properties/${name}`,
  ...(options ? { options } : {}),
});

/** Elements one below the other. */
export const vertical = (...elements: FormElement[]): FormElement => ({ type: "VerticalLayout", elements });
