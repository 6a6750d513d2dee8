/** The organisation keeps its books in one currency. */
export const currency = { name: "US Dollar - USD", iso: "USD", symbol: "$", locale: "en_US" } as const;

export const currencySymbol = currency.symbol;
