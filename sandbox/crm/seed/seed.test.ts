import { defaultBehaviours } from "../../behaviours";
import { Clock } from "../../core/clock";
import { Random } from "../../core/random";
import { rowTypes } from "../metadata/fieldTypes";
import { CrmOrganization } from "../organization";
import { checkValue } from "../records/values/values";
import { seedOrganization } from "./index";

function organization(seed: number, records: Record<string, number> = {}): CrmOrganization {
  const made = new CrmOrganization({
    clock: new Clock(),
    random: new Random(seed),
    limits: { pagedRecords: 100_000, searchLagSeconds: 0, visibilityLagSeconds: 0 },
    behaviours: defaultBehaviours(),
  });
  seedOrganization(made, records);
  return made;
}

const everything = (crm: CrmOrganization) =>
  JSON.stringify([...crm.schema.keys()].map((module) => [module, crm.records(module)]));

describe("a seeded organisation", () => {
  it("is the same for the same seed, ids and all, and another for another", () => {
    expect(everything(organization(7))).toBe(everything(organization(7)));
    expect(everything(organization(8))).not.toBe(everything(organization(7)));
  });

  it("has the numbers of records it is told", () => {
    const crm = organization(1, { Leads: 500, Contacts: 0, Properties: 3 });
    expect(crm.records("Leads")).toHaveLength(500);
    expect(crm.records("Contacts")).toHaveLength(0);
    expect(crm.records("Properties")).toHaveLength(3);
    expect(crm.records("Accounts").length).toBeGreaterThan(10);
    expect(() => organization(1, { Nothing: 1 })).toThrow("Nothing");
  });

  it("has ids of 19 digits that ascend with Created_Time", () => {
    const leads = organization(1, { Leads: 300 }).records("Leads");
    const ids = leads.map(({ id }) => id);
    expect(ids.every((id) => /^\d{19}$/.test(id))).toBe(true);
    expect([...ids].sort()).toEqual(ids);
    const created = leads.map(({ Created_Time }) => String(Created_Time));
    expect([...created].sort()).toEqual(created);
  });

  const crm = organization(1);
  it.each([...crm.schema.keys()])("has records of %s that its own fields allow", (name) => {
    const module = crm.schema.get(name);
    for (const record of module && name !== "Users" ? crm.store(module).byId() : []) {
      for (const field of module?.fields.values() ?? []) {
        const value = record[field.apiName];
        if (value === undefined || value === null || field.readOnly || rowTypes.has(field.dataType)) continue;
        const place = { organization: crm, version: "v8", name: field.apiName, path: "$" };
        expect([field.apiName, checkValue(value, field, place)]).toEqual([field.apiName, { value }]);
      }
      for (const field of module?.fields.values() ?? []) {
        if (field.mandatory) expect(record[field.apiName]).toBeTruthy();
      }
    }
  });
});
