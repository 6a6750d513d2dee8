/*
 * What the configuration wizard knows, without the wizard: for configuration by an interface of one's own,
 * and for integrations in code. `createClients` makes of a connection the `crm` and `books` that the others
 * take. Importing it does nothing, and nothing here needs the platform.
 */

export { type ClientContext, type Clients, createClients } from "./client";
export type { Books } from "./zoho/books/books";
export {
  type BooksFormInput,
  booksMappingForm,
  booksRecordForm,
  mappableBooksTypes,
  selectableBooksTypes,
} from "./zoho/books/forms/forms";
export {
  type BooksPreviewInput,
  type CheckedBooksMapping,
  checkBooksMapping,
  previewBooksRecord,
} from "./zoho/books/forms/preview";
export { type MappedField, mapBack, mappingOf, mapRecord, type Preview } from "./zoho/core/fieldMapping";
export type { Form, FormElement, FormSchema } from "./zoho/core/form";
export type { Crm } from "./zoho/crm/crm";
export {
  type DescribedField,
  type DescribedModule,
  describeFields,
  describeModules,
} from "./zoho/crm/forms/describe";
export {
  type CheckedMapping,
  checkMapping,
  type MappingFormInput,
  mappingForm,
} from "./zoho/crm/forms/mapping";
export { type PreviewInput, previewRecord } from "./zoho/crm/forms/preview";
export { recordForm } from "./zoho/crm/forms/recordForm";
export {
  mappableRecordTypes,
  type Selectable,
  type SelectableInput,
  selectableRecordTypes,
} from "./zoho/crm/forms/recordTypes";
export type { FormInput, Purpose } from "./zoho/crm/forms/sections";
export type { Problem } from "./zoho/crm/values/problem";
export { ZohoError } from "./zoho/http/errors";
