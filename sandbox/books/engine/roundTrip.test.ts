import { typeAt } from "../table";
import { BooksClient } from "../testing/client";
import { sampleOf } from "../testing/samples";

/** A record type with the operations it has, and what its update changes. */
interface Trip {
  path: string;
  operations: string;
  change?: Record<string, unknown>;
}

const trips: Trip[] = [
  {
    path: "settings/taxes",
    operations:
      "books.settings.taxes.create books.settings.taxes.get books.settings.taxes.list books.settings.taxes.update books.settings.taxes.delete",
    change: { tax_name: "Changed" },
  },
  {
    path: "settings/taxgroups",
    operations:
      "books.settings.taxgroups.create books.settings.taxgroups.get books.settings.taxgroups.update books.settings.taxgroups.delete",
    change: { tax_group_name: "Changed" },
  },
  {
    path: "settings/taxauthorities",
    operations:
      "books.settings.taxauthorities.create books.settings.taxauthorities.get books.settings.taxauthorities.list books.settings.taxauthorities.update books.settings.taxauthorities.delete",
    change: { description: "Changed" },
  },
  {
    path: "settings/taxexemptions",
    operations:
      "books.settings.taxexemptions.create books.settings.taxexemptions.get books.settings.taxexemptions.list books.settings.taxexemptions.update books.settings.taxexemptions.delete",
    change: { description: "Changed" },
  },
  {
    path: "settings/currencies",
    operations:
      "books.settings.currencies.create books.settings.currencies.get books.settings.currencies.list books.settings.currencies.update books.settings.currencies.delete",
    change: { currency_symbol: "¤" },
  },
  {
    path: "settings/currencies/exchangerates",
    operations:
      "books.settings.currencies.exchangerates.create books.settings.currencies.exchangerates.get books.settings.currencies.exchangerates.list books.settings.currencies.exchangerates.update books.settings.currencies.exchangerates.delete",
    change: { rate: 1.5 },
  },
  {
    path: "locations",
    operations: "books.locations.create books.locations.list books.locations.update books.locations.delete",
    change: { location_name: "Changed" },
  },
  {
    path: "users",
    operations: "books.users.create books.users.get books.users.list books.users.update books.users.delete",
    change: { name: "Changed" },
  },
  {
    path: "employees",
    operations: "books.employees.create books.employees.get books.employees.list books.employees.delete",
  },
  {
    path: "contacts",
    operations:
      "books.contacts.create books.contacts.get books.contacts.list books.contacts.update books.contacts.delete",
    change: { notes: "Changed" },
  },
  {
    path: "contacts/contactpersons",
    operations:
      "books.contacts.contactpersons.create books.contacts.contactpersons.get books.contacts.contactpersons.list books.contacts.contactpersons.update books.contacts.contactpersons.delete",
    change: { designation: "Changed" },
  },
  {
    path: "items",
    operations: "books.items.create books.items.get books.items.list books.items.update books.items.delete",
    change: { description: "Changed" },
  },
  {
    path: "invoices",
    operations:
      "books.invoices.create books.invoices.get books.invoices.list books.invoices.update books.invoices.delete",
    change: { notes: "Changed" },
  },
  {
    path: "estimates",
    operations:
      "books.estimates.create books.estimates.get books.estimates.list books.estimates.update books.estimates.delete",
    change: { notes: "Changed" },
  },
  {
    path: "salesorders",
    operations:
      "books.salesorders.create books.salesorders.get books.salesorders.list books.salesorders.update books.salesorders.delete",
    change: { notes: "Changed" },
  },
  {
    path: "salesreceipts",
    operations:
      "books.salesreceipts.create books.salesreceipts.get books.salesreceipts.list books.salesreceipts.update books.salesreceipts.delete",
    change: { notes: "Changed" },
  },
  {
    path: "recurringinvoices",
    operations:
      "books.recurringinvoices.create books.recurringinvoices.get books.recurringinvoices.list books.recurringinvoices.update books.recurringinvoices.delete",
    change: { notes: "Changed" },
  },
  {
    path: "retainerinvoices",
    operations:
      "books.retainerinvoices.create books.retainerinvoices.get books.retainerinvoices.list books.retainerinvoices.update books.retainerinvoices.delete",
    change: { notes: "Changed" },
  },
  {
    path: "creditnotes",
    operations:
      "books.creditnotes.create books.creditnotes.get books.creditnotes.list books.creditnotes.update books.creditnotes.delete",
    change: { notes: "Changed" },
  },
  {
    path: "customerpayments",
    operations:
      "books.customerpayments.create books.customerpayments.get books.customerpayments.list books.customerpayments.update books.customerpayments.delete",
    change: { description: "Changed" },
  },
  {
    path: "bills",
    operations: "books.bills.create books.bills.get books.bills.list books.bills.update books.bills.delete",
    change: { notes: "Changed" },
  },
  {
    path: "purchaseorders",
    operations:
      "books.purchaseorders.create books.purchaseorders.get books.purchaseorders.list books.purchaseorders.update books.purchaseorders.delete",
    change: { notes: "Changed" },
  },
  {
    path: "vendorcredits",
    operations:
      "books.vendorcredits.create books.vendorcredits.get books.vendorcredits.list books.vendorcredits.update books.vendorcredits.delete",
    change: { notes: "Changed" },
  },
  {
    path: "recurringbills",
    operations:
      "books.recurringbills.create books.recurringbills.get books.recurringbills.list books.recurringbills.update books.recurringbills.delete",
    change: { notes: "Changed" },
  },
  {
    path: "vendorpayments",
    operations:
      "books.vendorpayments.create books.vendorpayments.get books.vendorpayments.list books.vendorpayments.update books.vendorpayments.delete",
    change: { description: "Changed" },
  },
  {
    path: "expenses",
    operations:
      "books.expenses.create books.expenses.get books.expenses.list books.expenses.update books.expenses.delete",
    change: { description: "Changed" },
  },
  {
    path: "recurringexpenses",
    operations:
      "books.recurringexpenses.create books.recurringexpenses.get books.recurringexpenses.list books.recurringexpenses.update books.recurringexpenses.delete",
    change: { recurrence_name: "Changed" },
  },
  {
    path: "creditnotes/refunds",
    operations:
      "books.creditnotes.refunds.create books.creditnotes.refunds.get books.creditnotes.refunds.list books.creditnotes.refunds.update books.creditnotes.refunds.delete",
    change: { description: "Changed" },
  },
  {
    path: "customerpayments/refunds",
    operations:
      "books.customerpayments.refunds.create books.customerpayments.refunds.get books.customerpayments.refunds.list books.customerpayments.refunds.update books.customerpayments.refunds.delete",
    change: { description: "Changed" },
  },
  {
    path: "vendorpayments/refunds",
    operations:
      "books.vendorpayments.refunds.create books.vendorpayments.refunds.get books.vendorpayments.refunds.list books.vendorpayments.refunds.update books.vendorpayments.refunds.delete",
    change: { description: "Changed" },
  },
  {
    path: "vendorcredits/refunds",
    operations:
      "books.vendorcredits.refunds.create books.vendorcredits.refunds.get books.vendorcredits.refunds.list books.vendorcredits.refunds.update books.vendorcredits.refunds.delete",
    change: { description: "Changed" },
  },
  {
    path: "chartofaccounts",
    operations:
      "books.chartofaccounts.create books.chartofaccounts.get books.chartofaccounts.list books.chartofaccounts.update books.chartofaccounts.delete",
    change: { description: "Changed" },
  },
  {
    path: "bankaccounts",
    operations:
      "books.bankaccounts.create books.bankaccounts.get books.bankaccounts.list books.bankaccounts.update books.bankaccounts.delete",
    change: { description: "Changed" },
  },
  {
    path: "bankaccounts/rules",
    operations:
      "books.bankaccounts.rules.create books.bankaccounts.rules.get books.bankaccounts.rules.list books.bankaccounts.rules.update books.bankaccounts.rules.delete",
    change: { rule_name: "Changed" },
  },
  {
    path: "banktransactions",
    operations:
      "books.banktransactions.create books.banktransactions.get books.banktransactions.list books.banktransactions.update books.banktransactions.delete",
    change: { description: "Changed" },
  },
  {
    path: "journals",
    operations:
      "books.journals.create books.journals.get books.journals.list books.journals.update books.journals.delete",
    change: { notes: "Changed" },
  },
  {
    path: "basecurrencyadjustment",
    operations:
      "books.basecurrencyadjustment.create books.basecurrencyadjustment.get books.basecurrencyadjustment.list books.basecurrencyadjustment.delete",
  },
  {
    path: "fixedassets",
    operations:
      "books.fixedassets.create books.fixedassets.get books.fixedassets.list books.fixedassets.update books.fixedassets.delete",
    change: { description: "Changed" },
  },
  {
    path: "fixedassettypes",
    operations:
      "books.fixedassettypes.create books.fixedassettypes.list books.fixedassettypes.update books.fixedassettypes.delete",
    change: { fixed_asset_type_name: "Changed" },
  },
  {
    path: "projects",
    operations:
      "books.projects.create books.projects.get books.projects.list books.projects.update books.projects.delete",
    change: { description: "Changed" },
  },
  {
    path: "projects/tasks",
    operations:
      "books.projects.tasks.create books.projects.tasks.get books.projects.tasks.list books.projects.tasks.update books.projects.tasks.delete",
    change: { description: "Changed" },
  },
  {
    path: "projects/timeentries",
    operations:
      "books.projects.timeentries.create books.projects.timeentries.get books.projects.timeentries.list books.projects.timeentries.update books.projects.timeentries.delete",
    change: { notes: "Changed" },
  },
];

describe("a record", () => {
  let books: BooksClient;
  beforeAll(async () => {
    books = await BooksClient.start();
  });
  afterAll(() => books.close());

  it.each(trips)("of $path goes from create to delete", async ({ path, operations, change }) => {
    const { keys, parent, noun } = typeAt(path);
    const [listKey, itemKey, idField] = keys;
    const operation = (verb: string) => operations.split(" ").find((name) => name.endsWith(`.${verb}`));
    const { body, parentId } = sampleOf(books, path);
    const parentParams = parent ? { [parent.id]: parentId || body[parent.id] } : {};

    const created = await books.call(operation("create") ?? "", { params: parentParams, body });
    expect(created).toMatchObject({ status: 201, body: { code: 0 } });
    const record = Object(created.body[itemKey]);
    expect(record[idField]).toMatch(/^\d{15}$/);
    const params = { ...parentParams, [idField]: record[idField] };

    const list = operation("list");
    if (list) {
      const query: Record<string, string> =
        path === "bankaccounts/rules" ? { account_id: record.account_id } : {};
      const listed = await books.call(list, { params, query });
      expect(listed.body[listKey]).toContainEqual(expect.objectContaining({ [idField]: record[idField] }));
    }
    const update = operation("update");
    if (update) {
      const updated = await books.call(update, { params, body: change });
      expect(updated).toMatchObject({ status: 200, body: { code: 0, [itemKey]: change } });
    }
    const get = operation("get");
    if (get)
      expect(await books.ok(get, itemKey, { params })).toMatchObject({
        ...change,
        [idField]: record[idField],
      });

    expect(await books.call(operation("delete") ?? "", { params })).toMatchObject({
      status: 200,
      body: { code: 0 },
    });
    const again = await books.call(operation("delete") ?? "", { params });
    expect(again).toEqual({ status: 404, body: { code: 1002, message: `${noun} does not exist.` } });
  });
});
