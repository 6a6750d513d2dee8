import type { Route } from "../../../http/route";
import { booksRoute, done } from "../../call";
import { doesNotExist, invalidValue, notAllowed } from "../../core/refusal";
import { type Draft, itemsOf } from "../../core/values";
import { recordAt } from "../../engine/find";
import { pdfAnswer } from "../../engine/pdf";
import { setFields } from "../../engine/write";
import { typeAt } from "../../table";
import { recordAction } from "../action";

const PDF_LIMIT = 25;

/** The templates of PDFs that each organisation has for a type. */
const templatesOf = (path: string): Draft[] => {
  const first = 1_000_000_000 + path.length * 1000;
  return ["Standard Template", "Spreadsheet Template"].map((template_name, index) => ({
    template_name,
    template_id: String(first + index),
    template_type: index === 0 ? "standard" : "spreadsheet",
  }));
};

/**
 * Which template a document is printed with, and what Books says when that changes; null where the list alone
 * can be asked for.
 */
const templated: readonly [path: string, changed: string, isListed: boolean][] = [
  ["invoices", "Invoice information has been updated.", true],
  ["estimates", "Estimate information has been updated.", true],
  ["salesorders", "Sales Order Updated Successfully.", true],
  ["retainerinvoices", "Retainer Invoice information has been updated.", true],
  ["creditnotes", "The credit note has been updated.", true],
  ["purchaseorders", "Purchase Order has been updated.", true],
  ["recurringinvoices", "The template of the recurring invoice has been updated.", false],
];

const templateRoutes = ([path, changed, isListed]: (typeof templated)[number]): Route[] => {
  const put = recordAction(
    "PUT",
    path,
    "templates/:template_id",
    ({ organization, params }, row, type) => {
      const template = templatesOf(path).find(({ template_id }) => template_id === params.template_id);
      if (!template) throw doesNotExist("Template");
      const { template_id, template_name } = template;
      setFields(organization, type, row, { template_id, template_name });
      return done(changed);
    },
    { name: "templates/set" },
  );
  if (!isListed) return [put];
  const list = booksRoute(`${path}.templates.list`, `GET ${path}/templates`, typeAt(path).area, () =>
    done("success", { templates: templatesOf(path) }),
  );
  return [put, list];
};

/** Several documents in one PDF, up to 25. */
const manyRoutes = (path: string, parameter: string): Route[] =>
  (["pdf", "print"] as const).map((action) =>
    booksRoute(`${path}.${action}`, `GET ${path}/${action}`, typeAt(path).area, ({ organization, query }) => {
      const ids = itemsOf(query.get(parameter));
      if (ids.length === 0) throw invalidValue(parameter);
      if (ids.length > PDF_LIMIT) throw notAllowed(`Up to ${PDF_LIMIT} can be exported in a single pdf.`);
      return pdfAnswer(
        organization,
        typeAt(path),
        ids.map((id) => recordAt(organization, path, id)),
      );
    }),
  );

/** The templates documents are printed with, and several of them in one PDF. */
export const printRoutes: Route[] = [
  ...templated.flatMap(templateRoutes),
  ...manyRoutes("invoices", "invoice_ids"),
  ...manyRoutes("estimates", "estimate_ids"),
  ...manyRoutes("salesorders", "salesorder_ids"),
];
