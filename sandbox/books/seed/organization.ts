import type { Behaviours } from "../../behaviours";
import type { Clock } from "../../core/clock";
import { standardCustomFields } from "../core/customFields";
import { BooksOrganization } from "../core/organization";
import type { Draft } from "../core/values";
import { createRecord } from "../engine/write";
import { recordTypes, typeAt } from "../table";
import { accounts, bankAccounts, currencies, taxes } from "./base";

const FIRST_ID = 10_234_695;

/**
 * An organisation with the settings each has from the start: currencies, accounts, taxes, a location and its
 * one user.
 */
export function newOrganization(
  clock: Clock,
  behaviours: Behaviours,
  index: number,
  details: Draft,
): BooksOrganization {
  const organization = new BooksOrganization(clock, behaviours, describe(index), String(46_000 + index));
  for (const { path, keys, customFields } of recordTypes.values()) {
    organization.define(path, keys[2]);
    if (customFields)
      organization.customFields.set(
        path,
        standardCustomFields(() => organization.nextId()),
      );
  }
  const make = (path: string, body: Draft, more: Draft = {}) => {
    const type = typeAt(path);
    const row = { ...createRecord(organization, type, body), ...more };
    organization.records(path).put(row);
    return row;
  };
  for (const { is_base_currency, rate, ...body } of currencies) {
    const row = make("settings/currencies", body, { is_base_currency });
    const { currency_id } = row;
    if (is_base_currency) organization.details = { ...organization.details, ...baseCurrency(row) };
    else {
      const parent = { currency_id };
      const effective = { effective_date: organization.today(), rate };
      createRecord(organization, typeAt("settings/currencies/exchangerates"), effective, { parent });
    }
  }
  for (const [account_name, account_type] of accounts) {
    make(
      "chartofaccounts",
      { account_name, account_type },
      { is_user_created: false, is_system_account: true },
    );
  }
  for (const body of bankAccounts) make("bankaccounts", body);
  for (const body of taxes) make("settings/taxes", body);
  make("users", { name: "Maya Lindqvist", email: "maya@example.com" }, currentUser);
  make("locations", { location_name: "Head Office" }, { is_primary: true });
  organization.details = { ...organization.details, ...details };
  return organization;
}

const currentUser = { status: "active", _state: "active", user_role: "admin", is_current_user: true };

const baseCurrency = ({
  currency_id,
  currency_code,
  currency_symbol,
  currency_format,
  price_precision,
}: Draft) => ({
  currency_id,
  currency_code,
  currency_symbol,
  currency_format,
  price_precision,
});

const describe = (index: number): Draft => ({
  organization_id: String(FIRST_ID + index),
  name: index === 0 ? "Zylker" : `Zylker ${index + 1}`,
  contact_name: "Maya Lindqvist",
  email: "maya@example.com",
  is_default_org: index === 0,
  plan_type: 10,
  plan_name: "PREMIUM",
  plan_period: "Monthly",
  language_code: "en",
  fiscal_year_start_month: "1",
  account_created_date: "2024-01-08",
  time_zone: "Asia/Calcutta",
  date_format: "dd MMM yyyy",
  field_separator: " ",
  country_code: "IN",
  country_name: "India",
  portal_name: index === 0 ? "zylker" : `zylker${index + 1}`,
  org_settings: { is_org_active: true },
  tax_group_enabled: true,
});
