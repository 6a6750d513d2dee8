/** Text that is a plain decimal number, without separators and without an exponent. */
export const isDecimal = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);

const canonical = (text: string): string => {
  const [, sign = "", whole = "", fraction = ""] = /^(-?)0*(\d+?)(?:\.(\d*?)0*)?$/.exec(text) ?? [];
  const digits = fraction ? `${whole}.${fraction}` : whole;
  return digits === "0" ? digits : sign + digits;
};

/**
 * A decimal as a number, when a number holds it to the last digit; else the text itself, which Zoho reads too. No cent is ever lost to a double.
 */
export function exact(decimal: string): number | string {
  const number = Number(decimal) || 0;
  return canonical(String(number)) === canonical(decimal) ? number : decimal;
}
