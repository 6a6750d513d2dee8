import { BooksClient } from "../../testing/client";

describe("the accountant's calls", () => {
  let books: BooksClient;
  beforeAll(async () => {
    books = await BooksClient.start();
  });
  afterAll(() => books.close());

  const account = async (type: string) =>
    (await books.stored("chartofaccounts")).find((row) => row.account_type === type)?.account_id;

  it("keep opening balances, one set an organisation", async () => {
    const missing = await books.call("books.settings.openingbalances.get");
    expect(missing).toMatchObject({ status: 404, body: { code: 1002 } });
    const body = {
      date: "2026-01-01",
      accounts: [
        { account_id: await account("cash"), debit_or_credit: "debit", amount: 0.1 },
        { account_id: await account("stock"), debit_or_credit: "debit", amount: 0.2 },
      ],
    };
    const made = await books.ok("books.settings.openingbalances.create", "opening_balance", { body });
    expect(made).toMatchObject({
      total: 0.3,
      accounts: [{ account_name: expect.any(String), bcy_amount: 0.1 }, {}],
    });
    const { opening_balance_id } = made;
    const change = { ...body, opening_balance_id, date: "2026-02-01" };
    expect(await books.call("books.settings.openingbalances.update", { body })).toMatchObject({
      status: 400,
    });
    await books.ok("books.settings.openingbalances.update", "opening_balance", { body: change });
    expect(await books.ok("books.settings.openingbalances.get", "opening_balance")).toMatchObject({
      opening_balance_id,
      date: "2026-02-01",
    });
    expect(await books.call("books.settings.openingbalances.delete")).toMatchObject({ status: 200 });
    expect(await books.call("books.settings.openingbalances.get")).toMatchObject({ status: 404 });
  });

  describe("of journals", () => {
    const journal = async (debit: number, credit: number) => {
      const line_items = [
        { account_id: await account("equity"), amount: debit, debit_or_credit: "debit" },
        { account_id: await account("stock"), amount: credit, debit_or_credit: "credit" },
      ];
      return books.call("books.journals.create", { body: { journal_date: "2026-01-31", line_items } });
    };

    it("need debits and credits of the same amount, to the cent", async () => {
      expect(await journal(0.3, 0.29)).toMatchObject({ status: 400 });
      expect(await journal(0, 0)).toMatchObject({ status: 400 });
      const { body } = await journal(0.3, 0.3);
      expect(body).toMatchObject({
        code: 0,
        journal: { total: 0.3, entry_number: expect.stringMatching(/^\d+$/) },
      });
    });

    it("show in their accounts, and are deleted from there", async () => {
      const { journal_id } = Object((await journal(5, 5)).body.journal);
      const query = { account_id: String(await account("stock")) };
      const entries = async () =>
        Object((await books.call("books.chartofaccounts.transactions.list", { query })).body.transactions);
      expect(await entries()).toContainEqual(
        expect.objectContaining({ transaction_id: journal_id, credit_amount: 5, debit_or_credit: "credit" }),
      );
      const params = { transaction_id: journal_id };
      expect(await books.call("books.chartofaccounts.transactions.delete", { params })).toMatchObject({
        status: 200,
      });
      expect(await books.call("books.chartofaccounts.transactions.delete", { params })).toMatchObject({
        status: 404,
      });
      const account_id = { account_id: await account("equity") };
      expect(await books.call("books.chartofaccounts.delete", { params: account_id })).toMatchObject({
        status: 400,
      });
    });
  });

  it("tell what another rate makes of a foreign currency's balances: books.basecurrencyadjustment.accounts", async () => {
    const [euro] = (await books.stored("settings/currencies")).filter((row) => row.currency_code === "EUR");
    const [customer] = (await books.stored("contacts")).filter((row) => row.contact_type === "customer");
    const { currency_id } = Object(euro);
    const body = {
      customer_id: customer?.contact_id,
      currency_id,
      exchange_rate: 1.1,
      line_items: [{ name: "Part", rate: 100 }],
    };
    await books.ok("books.invoices.create", "invoice", { body, query: { send: "true" } });
    const query = { currency_id, adjustment_date: "2026-02-01", exchange_rate: "1.2", notes: "Month end" };
    const data = await books.ok("books.basecurrencyadjustment.accounts", "data", { query });
    expect(data.accounts).toMatchObject([
      {
        account_name: "Accounts Receivable",
        fcy_balance: 100,
        bcy_balance: 110,
        adjusted_balance: 120,
        gain_or_loss: 10,
      },
    ]);
    const made = await books.ok("books.basecurrencyadjustment.create", "data", {
      body: { ...query, exchange_rate: 1.2 },
    });
    expect(made).toMatchObject({ gain_or_loss: 10, debit_or_credit: "credit" });
    expect(await books.call("books.basecurrencyadjustment.accounts")).toMatchObject({ status: 400 });
  });

  it("of a fixed asset tell how it loses its value, to its salvage value", async () => {
    const [asset] = await books.stored("fixedassets");
    const params = { fixed_asset_id: asset?.fixed_asset_id };
    const { body } = await books.call("books.fixedassets.forecast", { params });
    const years: { depreciated_value: number; current_value: number }[] = Object(body.data);
    expect(years).toHaveLength(5);
    expect(years.at(-1)?.current_value).toBe(Number(asset?.salvage_value));
  });

  it("of a fixed asset end it by a write-off or a sale, and only an active one", async () => {
    const [first, second] = await books.stored("fixedassets");
    const params = { fixed_asset_id: first?.fixed_asset_id };
    const body = { date: "2026-01-31", expense_account_id: await account("expense"), reason: "Broken" };
    expect(await books.call("books.fixedassets.writeoff", { params, body })).toMatchObject({ status: 400 });
    await books.call("books.fixedassets.status.active", { params });
    expect(await books.call("books.fixedassets.writeoff", { params, body })).toMatchObject({ status: 200 });
    const ended = await books.ok("books.fixedassets.get", "fixed_asset", { params });
    expect(ended).toMatchObject({ status: "write_off", current_asset_value: 0 });
    const history = await books.call("books.fixedassets.history", { params });
    expect(history.body.asset_history).toMatchObject([{ type: "write_off", current_value: 0 }]);

    const [invoice] = await books.stored("invoices");
    const [line] = Object(invoice?.line_items);
    const sale = {
      invoice_id: invoice?.invoice_id,
      expense_account_id: body.expense_account_id,
      reason: "Sold",
    };
    const other = { fixed_asset_id: second?.fixed_asset_id };
    await books.call("books.fixedassets.status.active", { params: other });
    const sell = (line_item_id: unknown) =>
      books.call("books.fixedassets.sell", { params: other, body: { ...sale, line_item_id } });
    expect(await sell("1")).toMatchObject({ status: 400 });
    expect(await sell(line.line_item_id)).toMatchObject({ status: 200 });
    expect(await books.ok("books.fixedassets.get", "fixed_asset", { params: other })).toMatchObject({
      status: "sold",
    });
  });

  it("keep accounts, taxes and currencies that are in use or the system's", async () => {
    const [system] = await books.stored("chartofaccounts");
    const [tax] = (await books.stored("items")).map((row) => row.tax_id);
    const [base] = (await books.stored("settings/currencies")).filter((row) => row.is_base_currency === true);
    const refusals = [
      await books.call("books.chartofaccounts.delete", { params: { account_id: system?.account_id } }),
      await books.call("books.settings.taxes.delete", { params: { tax_id: tax } }),
      await books.call("books.settings.currencies.delete", { params: { currency_id: base?.currency_id } }),
    ];
    expect(refusals.map(({ status }) => status)).toEqual([400, 400, 400]);
  });

  it("list the expenses of a recurring one, and several items at once", async () => {
    const [recurring] = await books.stored("recurringexpenses");
    const params = { recurring_expense_id: recurring?.recurring_expense_id };
    expect(await books.call("books.recurringexpenses.expenses", { params })).toMatchObject({
      status: 200,
      body: { expensehistory: [] },
    });
    const ids = (await books.stored("items")).slice(0, 2).map((row) => row.item_id);
    const { body } = await books.call("books.itemdetails", { query: { item_ids: ids.join(",") } });
    expect(Object(body.items).map((item: Record<string, unknown>) => item.item_id)).toEqual(ids);
    expect(await books.call("books.itemdetails")).toMatchObject({ status: 400 });
  });

  it("of expenses take the tax on the amount, or out of it", async () => {
    const [tax] = (await books.stored("settings/taxes")).filter((row) => row.tax_percentage === 20);
    const body = {
      date: "2026-01-31",
      account_id: await account("expense"),
      paid_through_account_id: await account("cash"),
      tax_id: tax?.tax_id,
      amount: 100,
    };
    const on = await books.ok("books.expenses.create", "expense", { body });
    expect(on).toMatchObject({ sub_total: 100, tax_amount: 20, total: 120, status: "nonbillable" });
    const inside = await books.ok("books.expenses.create", "expense", {
      body: { ...body, is_inclusive_tax: true },
    });
    expect(inside).toMatchObject({ sub_total: 83.33, tax_amount: 16.67, total: 100 });
  });
});
