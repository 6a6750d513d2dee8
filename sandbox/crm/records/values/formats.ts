const email =
  /^[+\-\p{L}\p{M}\p{N}_][\p{L}\p{M}\p{N}!#$%&'*+\-/=?^_`{|}~.]*@(?=.{4,256}$)(?:[\p{L}\p{N}\p{M}](?:[-_]*[\p{L}\p{M}\p{N}])*\.)+[\p{L}\p{M}]{2,22}$/u;
const phone = /^\+?\(?[\dA-Za-z][\dA-Za-z .\-();,#]*$/;
const website = /^(?:(?:https?|ftp):\/\/)?[^\s<>"'@/?]+\.[^\s<>"'@/?.]+(?:[/?]\S*)?$/i;
const time = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(Z|[+-]\d\d:\d\d)?$/;

const isDate = (value: string): boolean => {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const midnight = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(value);
};

/** The forms of texts, after the patterns on Zoho's Insert Records page. */
export const formats = {
  isEmail: (value: string): boolean => email.test(value),
  isPhone: (value: string): boolean => phone.test(value),
  isWebsite: (value: string): boolean => website.test(value),
  isDate,

  /**
   * The moment of an ISO 8601 time without milliseconds, in milliseconds since the epoch.
   * @param offset that of a time which says none; without one, such a time is no moment.
   */
  moment(value: string, offset?: string): number | undefined {
    const [, date, , own = offset] = time.exec(value) ?? [];
    if (date === undefined || own === undefined || !isDate(date)) return undefined;
    const moment = Date.parse(`${value.slice(0, 19)}${own}`);
    return Number.isNaN(moment) ? undefined : moment;
  },

  /** How many digits a number has behind its point. */
  decimals(value: number): number {
    const [digits = "", exponent = "0"] = String(value).split("e");
    const [, fraction = ""] = digits.split(".");
    return Math.max(0, fraction.length - Number(exponent));
  },
};
