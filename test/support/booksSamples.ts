import type { Books } from "../../src/zoho/books/books";
import { idIn } from "../../src/zoho/books/records/address";
import { getRecords } from "../../src/zoho/books/records/listing";
import { createRecord } from "../../src/zoho/books/records/records";
import { findRecordType } from "../../src/zoho/books/recordTypes";

/** A record to create, under which parent, and a change to make to it afterwards. */
export interface Sample {
  readonly record: Readonly<Record<string, unknown>>;
  readonly parentRecordId?: string;
  readonly change?: Readonly<Record<string, unknown>>;
}

/** Makes what other records refer to, once each, through the same calls as everything else. */
export class Maker {
  private readonly made = new Map<string, Promise<string>>();
  private count = 0;

  constructor(readonly books: Books) {}

  /** A name that no other record has. */
  name(kind: string): string {
    this.count += 1;
    return `${kind} ${this.count}`;
  }

  /** The id of a record of the type, made at the first call. */
  id(recordType: string): Promise<string> {
    return this.once(recordType, async () => this.create(recordType, await sampleOf(recordType, this)));
  }

  vendor(): Promise<string> {
    return this.once("vendor", async () =>
      this.create("contacts", { record: { contact_name: this.name("Vendor"), contact_type: "vendor" } }),
    );
  }

  /** An account of the chart by its type. */
  account(type: string): Promise<string> {
    return this.once(`account ${type}`, async () => {
      const { chartofaccounts } = await getRecords(this.books, {
        recordType: "chartofaccounts",
        fetchAll: true,
      });
      const accounts = Array.isArray(chartofaccounts) ? chartofaccounts : [];
      return String(accounts.find((account) => account.account_type === type)?.account_id);
    });
  }

  /** The id of the first record that is there from the start. */
  first(recordType: string, where: (row: Record<string, unknown>) => boolean = () => true): Promise<string> {
    return this.once(`first ${recordType}`, async () => {
      const { keys } = findRecordType(recordType);
      const rows = (await getRecords(this.books, { recordType }))[keys.list];
      return String((Array.isArray(rows) ? rows : []).find(where)?.[keys.id]);
    });
  }

  async create(recordType: string, { record, parentRecordId }: Sample): Promise<string> {
    const body = await createRecord(this.books, { recordType, record, parentRecordId });
    const id = idIn(body, findRecordType(recordType));
    if (id === undefined) throw new Error(`No id in ${JSON.stringify(body)}`);
    return id;
  }

  private once(key: string, make: () => Promise<string>): Promise<string> {
    const known = this.made.get(key) ?? make();
    this.made.set(key, known);
    return known;
  }
}

const lines = async (make: Maker) => [{ item_id: await make.id("items"), rate: 120, quantity: 2 }];

const sale = async (make: Maker) => ({
  customer_id: await make.id("contacts"),
  line_items: await lines(make),
});
const purchase = async (make: Maker) => ({ vendor_id: await make.vendor(), line_items: await lines(make) });

const recurs = (make: Maker) => ({
  recurrence_name: make.name("Monthly"),
  recurrence_frequency: "months",
  repeat_every: 1,
  start_date: "2026-03-01",
});

const costs = async (make: Maker) => ({
  account_id: await make.account("expense"),
  paid_through_account_id: await make.account("cash"),
  amount: 12.5,
});

const depreciation = async (make: Maker) => ({
  expense_account_id: await make.account("expense"),
  depreciation_account_id: await make.account("fixed_asset"),
  depreciation_method: "straight_line",
  depreciation_frequency: "yearly",
  depreciation_percentage: 20,
  total_life: 60,
  salvage_value: "100",
  computation_type: "no_prorata",
});

const journalLines = async (make: Maker) => [
  { account_id: await make.account("expense"), amount: 90.1, debit_or_credit: "debit" },
  { account_id: await make.account("cash"), amount: 90.1, debit_or_credit: "credit" },
];

const notes = { notes: "Looking forward to it." };
const refund = { date: "2026-03-02", amount: 1.5, refund_mode: "cash" };
const refundChange = { description: "In cash." };
const comment = { record: { description: "Called the customer." } };
const commentOn = async (make: Maker, recordType: string): Promise<Sample> => ({
  ...comment,
  parentRecordId: await make.id(recordType),
  change: { description: "Called the customer again." },
});

/** One sample for each record type that can be created, by its key. */
const samples: Readonly<Record<string, (make: Maker) => Promise<Sample>>> = {
  contacts: async (make) => ({ record: { contact_name: make.name("Customer") }, change: notes }),
  contactpersons: async (make) => ({
    parentRecordId: await make.id("contacts"),
    record: { first_name: make.name("Ada"), email: "ada.burns@example.com" },
    change: { last_name: "Burns" },
  }),
  "contacts/address": async (make) => ({
    parentRecordId: await make.id("contacts"),
    record: { address: "4900 Hopyard Rd", city: "Pleasanton" },
    change: { city: "Dublin" },
  }),
  items: async (make) => ({
    record: { name: make.name("Hard Drive"), rate: 120.55 },
    change: { rate: 99.95 },
  }),
  estimates: async (make) => ({ record: await sale(make), change: notes }),
  salesorders: async (make) => ({ record: await sale(make), change: notes }),
  invoices: async (make) => ({ record: await sale(make), change: notes }),
  debitnotes: async (make) => ({
    record: { ...(await sale(make)), reference_invoice_id: await make.id("invoices") },
    change: notes,
  }),
  recurringinvoices: async (make) => ({ record: { ...recurs(make), ...(await sale(make)) }, change: notes }),
  retainerinvoices: async (make) => ({
    record: { customer_id: await make.id("contacts"), line_items: [{ description: "Retainer", rate: 500 }] },
    change: notes,
  }),
  salesreceipts: async (make) => ({ record: { ...(await sale(make)), payment_mode: "cash" }, change: notes }),
  creditnotes: async (make) => ({
    record: { ...(await sale(make)), date: "2026-03-01", creditnote_number: make.name("CN") },
    change: notes,
  }),
  "creditnotes/refunds": async (make) => ({
    parentRecordId: await make.id("creditnotes"),
    record: { ...refund, from_account_id: await make.account("cash") },
    change: refundChange,
  }),
  customerpayments: async (make) => ({
    record: { customer_id: await make.id("contacts"), payment_mode: "cash", amount: 40, date: "2026-03-01" },
    change: { reference_number: "REF-1" },
  }),
  "customerpayments/refunds": async (make) => ({
    parentRecordId: await make.id("customerpayments"),
    record: { ...refund, from_account_id: await make.account("cash") },
    change: refundChange,
  }),
  expenses: async (make) => ({
    record: { ...(await costs(make)), date: "2026-03-01" },
    change: { description: "Team lunch" },
  }),
  recurringexpenses: async (make) => ({
    record: { ...recurs(make), ...(await costs(make)) },
    change: { recurrence_name: make.name("Weekly") },
  }),
  employees: async (make) => ({
    record: { name: make.name("Employee"), email: `${make.name("e").replace(" ", "")}@example.com` },
  }),
  purchaseorders: async (make) => ({ record: await purchase(make), change: notes }),
  bills: async (make) => ({
    record: { ...(await purchase(make)), bill_number: make.name("B") },
    change: notes,
  }),
  recurringbills: async (make) => ({ record: { ...recurs(make), ...(await purchase(make)) }, change: notes }),
  vendorcredits: async (make) => ({ record: await purchase(make), change: notes }),
  "vendorcredits/refunds": async (make) => ({
    parentRecordId: await make.id("vendorcredits"),
    record: { ...refund, account_id: await make.account("cash") },
    change: refundChange,
  }),
  vendorpayments: async (make) => ({
    record: { vendor_id: await make.vendor(), amount: 30, date: "2026-03-01" },
    change: { reference_number: "REF-2" },
  }),
  "vendorpayments/refunds": async (make) => ({
    parentRecordId: await make.id("vendorpayments"),
    record: { ...refund, to_account_id: await make.account("cash") },
    change: refundChange,
  }),
  bankaccounts: async (make) => ({
    record: { account_name: make.name("Bank"), account_type: "bank" },
    change: { description: "For wages" },
  }),
  "bankaccounts/rules": async (make) => {
    const account = await make.id("bankaccounts");
    return {
      parentRecordId: account,
      record: {
        rule_name: make.name("Rule"),
        target_account_id: account,
        apply_to: "withdrawals",
        criteria_type: "or",
        criterion: [{ field: "payee", comparator: "contains", value: "rent" }],
        record_as: "expense",
      },
      change: { rule_name: make.name("Rule") },
    };
  },
  banktransactions: async (make) => ({
    record: {
      transaction_type: "transfer_fund",
      from_account_id: await make.first("bankaccounts"),
      to_account_id: await make.account("cash"),
      amount: 75.25,
      date: "2026-03-01",
    },
    change: { reference_number: "TF-1" },
  }),
  chartofaccounts: async (make) => ({
    record: { account_name: make.name("Account"), account_type: "expense" },
    change: { description: "For travel" },
  }),
  journals: async (make) => ({
    record: { journal_date: "2026-03-01", line_items: await journalLines(make) },
    change: notes,
  }),
  basecurrencyadjustment: async (make) => ({
    record: {
      currency_id: await make.first(
        "settings/currencies",
        ({ is_base_currency }) => is_base_currency !== true,
      ),
      adjustment_date: "2026-03-01",
      exchange_rate: 1.1,
      notes: "Month end",
    },
  }),
  "settings/openingbalances": async (make) => ({
    record: {
      date: "2026-01-01",
      accounts: [{ account_id: await make.account("cash"), debit_or_credit: "debit", amount: 2000 }],
    },
    change: { date: "2026-01-02" },
  }),
  fixedassets: async (make) => ({
    record: {
      asset_name: make.name("Laptop"),
      fixed_asset_type_id: await make.id("fixedassettypes"),
      asset_account_id: await make.account("fixed_asset"),
      asset_cost: 1500,
      asset_purchase_date: "2026-01-01",
      ...(await depreciation(make)),
    },
    change: notes,
  }),
  fixedassettypes: async (make) => ({
    record: { fixed_asset_type_name: make.name("Computers"), ...(await depreciation(make)) },
    change: { total_life: 48 },
  }),
  projects: async (make) => ({
    record: {
      project_name: make.name("Network"),
      customer_id: await make.id("contacts"),
      billing_type: "based_on_task_hours",
      user_id: await make.first("users"),
    },
    change: { description: "Phase one" },
  }),
  tasks: async (make) => ({
    parentRecordId: await make.id("projects"),
    record: { task_name: make.name("Wiring") },
    change: { description: "Ground floor" },
  }),
  "projects/timeentries": async (make) => ({
    parentRecordId: await make.id("projects"),
    record: {
      task_id: await make.id("tasks"),
      user_id: await make.first("users"),
      log_date: "2026-03-01",
      log_time: "01:30",
    },
    change: { notes: "Done" },
  }),
  "projects/users": async (make) => ({
    parentRecordId: await make.id("projects"),
    record: { users: [{ user_id: await make.id("users") }], cost_rate: 20 },
    change: { cost_rate: 25 },
  }),
  "settings/taxes": async (make) => ({
    record: { tax_name: make.name("VAT"), tax_percentage: 12.5, tax_type: "tax" },
    change: { tax_percentage: 13 },
  }),
  "settings/taxgroups": async (make) => ({
    record: { tax_group_name: make.name("Both"), taxes: await make.id("settings/taxes") },
    change: { tax_group_name: make.name("Both") },
  }),
  "settings/taxauthorities": async (make) => ({
    record: { tax_authority_name: make.name("Revenue Office") },
    change: { description: "State" },
  }),
  "settings/taxexemptions": async (make) => ({
    record: { tax_exemption_code: make.name("RESALE"), type: "customer" },
    change: { description: "Resale" },
  }),
  "settings/currencies": async () => ({
    record: { currency_code: "AUD", currency_symbol: "$", currency_format: "1,234,567.89" },
    change: { currency_symbol: "A$" },
  }),
  "settings/currencies/exchangerates": async (make) => ({
    parentRecordId: await make.first(
      "settings/currencies",
      ({ is_base_currency }) => is_base_currency !== true,
    ),
    record: { effective_date: "2026-03-01", rate: 1.25 },
    change: { rate: 1.3 },
  }),
  locations: async (make) => ({
    record: { location_name: make.name("Branch") },
    change: { email: "branch@example.com" },
  }),
  users: async (make) => ({
    record: { name: make.name("Colleague"), email: `${make.name("c").replace(" ", "")}@example.com` },
    change: { name: make.name("Colleague") },
  }),
  organizations: async (make) => ({
    record: {
      name: make.name("Branch Office"),
      currency_code: "USD",
      time_zone: "PST",
      portal_name: make.name("branch"),
    },
    change: { contact_name: "John Smith" },
  }),
};

/** What to create as a record of the type. */
export async function sampleOf(recordType: string, make: Maker): Promise<Sample> {
  if (recordType.endsWith("/comments")) return commentOn(make, recordType.replace("/comments", ""));
  const sample = samples[recordType];
  if (!sample) throw new Error(`There is no sample of ${recordType}.`);
  return sample(make);
}
