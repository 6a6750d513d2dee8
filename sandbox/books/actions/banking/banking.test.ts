import { BooksClient } from "../../testing/client";
import { sampleOf } from "../../testing/samples";

describe("a bank's statement", () => {
  let books: BooksClient;
  let account_id: unknown;
  beforeEach(async () => {
    books = await BooksClient.start();
    account_id = (await books.stored("bankaccounts"))[0]?.account_id;
  });
  afterEach(() => books.close());

  const lines = [
    {
      transaction_id: "X1",
      date: "2026-01-14",
      debit_or_credit: "credit",
      amount: 75.5,
      payee: "Bowman",
      reference_number: "R-1",
    },
    { transaction_id: "X2", date: "2026-01-15", debit_or_credit: "debit", amount: 12.34, payee: "Landlord" },
  ];
  const importLines = async (transactions: object[] = lines) => {
    await books.call("books.bankstatements.import", { body: { account_id, transactions } });
    return (await books.stored("banktransactions")).filter((row) => row.status === "uncategorized");
  };
  const line = async (transaction_id: unknown) =>
    (await books.stored("banktransactions")).find((row) => row.transaction_id === transaction_id);

  it("is imported as uncategorized transactions, and told as the last one", async () => {
    const reply = await books.call("books.bankstatements.import", {
      body: { account_id, transactions: lines },
    });
    expect(reply).toEqual({
      status: 201,
      body: { code: 0, message: "Your bank statement has been imported." },
    });
    const told = await books.call("books.bankaccounts.statement.lastimported", { params: { account_id } });
    expect(told.body.statement).toMatchObject([
      {
        from_date: "2026-01-14",
        to_date: "2026-01-15",
        transactions: [
          { amount: 75.5, status: "uncategorized", debit_or_credit: "credit" },
          { amount: 12.34, payee: "Landlord" },
        ],
      },
    ]);
    const listed = await books.call("books.banktransactions.list", {
      query: { filter_by: "Status.Uncategorized", account_id: String(account_id) },
    });
    expect(listed.body.banktransactions).toHaveLength(2);
    const account = await books.ok("books.bankaccounts.get", "bankaccount", { params: { account_id } });
    expect(account.uncategorized_transactions).toBe(2);
  });

  it("can be deleted with the lines nobody has dealt with", async () => {
    await importLines();
    const told = await books.call("books.bankaccounts.statement.lastimported", { params: { account_id } });
    const [{ statement_id }] = Object(told.body.statement);
    const params = { account_id, statement_id };
    expect(await books.call("books.bankaccounts.statement.delete", { params })).toMatchObject({
      status: 200,
    });
    expect(await books.call("books.bankaccounts.statement.delete", { params })).toMatchObject({
      status: 404,
    });
    expect((await books.stored("banktransactions")).filter((row) => row.status === "uncategorized")).toEqual(
      [],
    );
  });

  it("needs an account and lines", async () => {
    expect(await books.call("books.bankstatements.import", { body: { account_id } })).toMatchObject({
      status: 400,
    });
    const body = { account_id: "1", transactions: lines };
    expect(await books.call("books.bankstatements.import", { body })).toMatchObject({ status: 404 });
  });

  it("has lines that are matched and unmatched", async () => {
    const [known] = await books.stored("banktransactions");
    const [loose] = await importLines([
      { ...lines[0], amount: known?.amount, debit_or_credit: known?.debit_or_credit },
    ]);
    const params = { transaction_id: loose?.transaction_id };
    const found = await books.call("books.banktransactions.match.list", { params });
    const [best] = Object(found.body.matching_transactions);
    expect(best).toMatchObject({ amount: known?.amount, is_best_match: true });
    const amount_start = String(Number(known?.amount) + 0.01);
    const above = await books.call("books.banktransactions.match.list", { params, query: { amount_start } });
    const amounts = Object(above.body.matching_transactions).map((row: { amount: number }) => row.amount);
    expect(amounts.every((amount: number) => amount > Number(known?.amount))).toBe(true);
    const body = {
      transactions_to_be_matched: [{ transaction_id: best.transaction_id, transaction_type: "deposit" }],
    };
    expect(await books.call("books.banktransactions.match", { params, body })).toMatchObject({ status: 201 });
    expect(await line(loose?.transaction_id)).toMatchObject({ status: "matched" });
    expect(await books.call("books.banktransactions.match", { params, body })).toMatchObject({ status: 400 });
    expect(await books.call("books.banktransactions.unmatch", { params })).toMatchObject({ status: 201 });
    expect(await line(loose?.transaction_id)).toMatchObject({ status: "uncategorized" });
  });

  it("has lines that are excluded and restored", async () => {
    const [loose] = await importLines();
    const params = { transaction_id: loose?.transaction_id };
    expect(await books.call("books.banktransactions.exclude", { params })).toMatchObject({ status: 201 });
    expect(await line(loose?.transaction_id)).toMatchObject({ status: "excluded" });
    expect(await books.call("books.banktransactions.exclude", { params })).toMatchObject({ status: 400 });
    expect(await books.call("books.banktransactions.restore", { params })).toMatchObject({ status: 201 });
    expect(await line(loose?.transaction_id)).toMatchObject({ status: "uncategorized" });
  });

  it("has lines that are categorized and uncategorized", async () => {
    const [loose] = await importLines();
    const params = { transaction_id: loose?.transaction_id };
    const body = { transaction_type: "deposit" };
    expect(await books.call("books.banktransactions.categorize", { params })).toMatchObject({ status: 400 });
    expect(await books.call("books.banktransactions.categorize", { params, body })).toMatchObject({
      status: 201,
    });
    expect(await line(loose?.transaction_id)).toMatchObject({
      status: "categorized",
      transaction_type: "deposit",
    });
    expect(await books.call("books.banktransactions.uncategorize", { params })).toMatchObject({
      status: 201,
    });
    expect(await line(loose?.transaction_id)).toMatchObject({ status: "uncategorized" });
  });

  it.each([
    ["books.banktransactions.categorize.expenses", "expenses"],
    ["books.banktransactions.categorize.vendorpayments", "vendorpayments"],
    ["books.banktransactions.categorize.customerpayments", "customerpayments"],
    ["books.banktransactions.categorize.creditnoterefunds", "creditnotes/refunds"],
    ["books.banktransactions.categorize.vendorcreditrefunds", "vendorcredits/refunds"],
    ["books.banktransactions.categorize.paymentrefunds", "customerpayments/refunds"],
    ["books.banktransactions.categorize.vendorpaymentrefunds", "vendorpayments/refunds"],
  ])("%s makes a record of the line, which ends with it", async (operation, path) => {
    const { body: sample, parentId } = sampleOf(books, path);
    const [loose] = await importLines([{ ...lines[1], amount: 0.02 }]);
    const params = { transaction_id: loose?.transaction_id };
    const { amount, ...rest } = sample;
    const parents: Record<string, string> = {
      "creditnotes/refunds": "creditnote_id",
      "vendorcredits/refunds": "vendor_credit_id",
      "customerpayments/refunds": "payment_id",
      "vendorpayments/refunds": "payment_id",
    };
    const parent = parents[path];
    const before = await books.stored(path);
    const body = parent ? { ...rest, [parent]: parentId } : rest;
    expect(await books.call(operation, { params, body })).toMatchObject({ status: 201, body: { code: 0 } });
    const after = await books.stored(path);
    expect(after).toHaveLength(before.length + 1);
    expect(after.at(-1)).toMatchObject({ amount: 0.02 });
    expect(await line(loose?.transaction_id)).toMatchObject({ status: "categorized" });
    await books.call("books.banktransactions.uncategorize", { params });
    expect(await books.stored(path)).toHaveLength(before.length);
  });
});
