import type { BooksOrganization } from "../core/organization";
import { notAllowed } from "../core/refusal";
import { type Row, textOf } from "../core/values";
import { unapply } from "../money/apply";

/** Keeps a document that has payments or credits set against it. */
export const keepPaid = (idField: string) => (row: Row, organization: BooksOrganization) => {
  if (organization.applications.to(textOf(row[idField])).length > 0) {
    throw notAllowed("What has payments or credits applied cannot be deleted.");
  }
};

/** Takes back what a payment or a credit was set against. */
export const takeBack = (idField: string) => (row: Row, organization: BooksOrganization) =>
  unapply(organization, organization.applications.from(textOf(row[idField])));

/** Keeps a record that others name: in their own field, or in a field of their lines. */
export function keepNamed(paths: string, fields: string, idField: string, message: string) {
  return (row: Row, organization: BooksOrganization) => {
    const id = textOf(row[idField]);
    for (const path of paths.split(" ")) {
      const records = organization.records(path);
      if (fields.split(" ").some((field) => records.has(field, id))) throw notAllowed(message);
    }
  };
}
