/*
 * The forms of texts that Zoho takes, after the patterns on its Insert Records page.
 * @see https://www.zoho.com/crm/developer/docs/api/v8/insert-records.html
 */

const email =
  /^[+\-\p{L}\p{M}\p{N}_][\p{L}\p{M}\p{N}!#$%&'*+\-/=?^_`{|}~.]*@(?=.{4,256}$)(?:[\p{L}\p{N}\p{M}](?:[-_]*[\p{L}\p{M}\p{N}])*\.)+[\p{L}\p{M}]{2,22}$/u;
const phone = /^\+?\(?[\dA-Za-z][\dA-Za-z .\-();,#]*$/;
const website = /^(?:(?:https?|ftp):\/\/)?[^\s<>"'@/?]+\.[^\s<>"'@/?.]+(?:[/?]\S*)?$/i;

export const isEmail = (text: string): boolean => email.test(text);
export const isPhone = (text: string): boolean => phone.test(text);
export const isWebsite = (text: string): boolean => website.test(text);
export const isId = (text: string): boolean => /^\d{1,20}$/.test(text);
