import { isScope, parseScopes, Scopes } from "./scopes";

const required = "ZohoCRM.modules.leads.READ";

describe("scopes", () => {
  it.each([
    required,
    "ZohoCRM.modules.leads.ALL",
    "ZohoCRM.modules.READ",
    "ZohoCRM.modules.ALL",
    "zohocrm.MODULES.Leads.read",
  ])("holds the reading of leads through %s", (held) => {
    expect(new Scopes([held]).hold(required)).toBe(true);
  });

  it.each([
    "ZohoCRM.modules.contacts.READ",
    "ZohoCRM.modules.leads.CREATE",
    "ZohoCRM.modules.leads.WRITE",
    "ZohoCRM.modules.CREATE",
    "ZohoCRM.settings.ALL",
    "ZohoBooks.fullaccess.all",
  ])("does not hold it through %s", (held) => {
    expect(new Scopes([held]).hold(required)).toBe(false);
  });

  it("holds every Books scope through fullaccess, and none of another product", () => {
    const scopes = new Scopes(["ZohoBooks.fullaccess.all"]);
    expect(scopes.hold("ZohoBooks.invoices.CREATE")).toBe(true);
    expect(scopes.hold("ZohoCRM.coql.READ")).toBe(false);
  });

  it("takes lists with commas, with spaces and with both", () => {
    expect(parseScopes("ZohoCRM.org.READ,ZohoCRM.users.ALL, ZohoBooks.fullaccess.all")).toEqual([
      "ZohoCRM.org.READ",
      "ZohoCRM.users.ALL",
      "ZohoBooks.fullaccess.all",
    ]);
  });

  it.each([
    "ZohoCRM.modules.leads.READ",
    "ZohoCRM.modules.custom.CREATE",
    "zohocrm.Modules.ALL",
    "ZohoCRM.modules.appointments.READ",
    "ZohoCRM.mass_update.UPDATE",
    "ZohoCRM.mass_delete.leads.DELETE",
    "ZohoCRM.mass_convert.leads.CREATE",
    "ZohoCRM.share.ALL",
    "ZohoBooks.fullaccess.all",
    "ZohoSearch.securesearch.READ",
  ])("knows %s", (scope) => {
    expect(isScope(scope)).toBe(true);
  });

  it.each([
    "ZohoCRM",
    "ZohoCRM.modules leads.READ",
    "ZohoCRM.mass_update.ALL",
    "ZohoCRM.mass_delete.ALL",
    "ZohoCRM.mass_convert.leads.ALL",
    "ZohoCRM.modules.appointmentss.READ",
    "ZohoCRM.modules.machines.READ",
    "ZohoCRM.settings.READ",
    "ZohoBooks.items.READ",
  ])("does not know %s", (scope) => {
    expect(isScope(scope)).toBe(false);
  });
});
