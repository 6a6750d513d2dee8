export const creditsAppliedExample = {
  code: 0,
  message: "Credits have been applied to the invoice(s).",
};

export const paymentExample = {
  code: 0,
  message: "The payment has been created.",
  payment: {
    payment_id: "9030000079467",
    payment_mode: "banktransfer",
    amount: 450,
    date: "2026-03-31",
    reference_number: "REF-912300",
    customer_id: "903000000000099",
    customer_name: "Bowman Furniture",
    invoices: [
      {
        invoice_id: "90300000079426",
        invoice_number: "INV-384",
        date: "2026-03-01",
        invoice_amount: 450,
        amount_applied: 450,
        balance_amount: 0,
      },
    ],
  },
};

export const importedExample = { code: 0, message: "success", data: { contact_id: "460000000026049" } };
