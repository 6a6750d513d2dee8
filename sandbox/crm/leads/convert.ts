import { type Failure, failure, invalidId } from "../answers";
import type { ModuleCall } from "../call";
import type { Module, RecordData, Reference } from "../metadata/types";
import { isObject, textOf } from "../objects";
import type { CrmOrganization } from "../organization";
import { invalidData, type Place } from "../records/values/values";
import { insertRecord, updateRecord } from "../records/write/engine";
import { plainWriting, type Writing } from "../records/write/writing";
import { rememberChanges } from "../undo";
import { markConverted, moveAttachments } from "./converted";
import { isTarget, mappedValues, matchFields, referenceId, type Target, targets } from "./mapping";

/** What a lead became. */
export type Outcome = { made: Partial<Record<Target, Reference>> } | { problem: Failure };

type Values = Readonly<Record<string, unknown>>;

/**
 * Converts a lead into a contact, an account where it names a company, and a deal where one is asked for. All
 * of it is done, or nothing.
 * @param options one item of the request's `data`; `path` is its JSON path.
 */
export function convertLead(
  { organization, module: leads, version }: Pick<ModuleCall, "organization" | "module" | "version">,
  lead: RecordData,
  options: Values,
  path: string,
): Outcome {
  const refused = unconvertible(lead);
  if (refused) return { problem: refused };
  const changes = rememberChanges(organization);
  try {
    const made = new Conversion(organization, leads, lead, options, path, version).run();
    markConverted(organization, leads, lead, made);
    return { made };
  } catch (error) {
    changes.undo();
    if (error instanceof Refused) return { problem: error.problem };
    throw error;
  } finally {
    changes.stop();
  }
}

function unconvertible(lead: RecordData): Failure | undefined {
  const at = { resource_path_index: 1 };
  if (lead.Converted__s === true) return failure("ID_ALREADY_CONVERTED", "id already converted", at);
  if (lead.Locked__s === true) return failure("RECORD_LOCKED", "The record is locked.", at);
  if (lead.$approval_state === "approval_pending") {
    return failure("NOT_APPROVED", "Cannot convert record that is not approved yet", at);
  }
  return undefined;
}

/** Ends a conversion that cannot be carried out. */
class Refused extends Error {
  constructor(readonly problem: Failure) {
    super(problem.message);
  }
}

class Conversion {
  private readonly owner: Values | undefined;
  private readonly addToExisting: boolean;

  constructor(
    private readonly organization: CrmOrganization,
    private readonly leads: Module,
    private readonly lead: RecordData,
    private readonly options: Values,
    private readonly path: string,
    private readonly version: string,
  ) {
    this.addToExisting = options.add_to_existing_record === true;
    this.owner = options.assign_to === undefined ? undefined : this.user(options.assign_to);
  }

  run(): Partial<Record<Target, Reference>> {
    const made: Partial<Record<Target, Reference>> = {};
    const account = this.existing("Accounts") ?? this.newAccount();
    if (account) made.Accounts = account;
    const contact = this.existing("Contacts") ?? this.make("Contacts", account && { Account_Name: account });
    if (account && this.options.overwrite === true) this.moveTo(account, contact.id);
    made.Contacts = contact;
    const deal = this.options.Deals;
    if (deal !== undefined && deal !== null) {
      if (!isObject(deal))
        throw new Refused(invalidData(this.place("Deals"), { expected_data_type: "jsonobject" }));
      const { Contact_Role: _, $move_attachments: __, ...values } = deal;
      this.needs(values, "Deal_Name", "Closing_Date", "Stage");
      made.Deals = this.make("Deals", {
        ...values,
        Contact_Name: contact,
        ...(account && { Account_Name: account }),
      });
    }
    this.handOn(made);
    return made;
  }

  /**
   * With `overwrite` an existing contact of another account moves to that of the lead's company; the data of
   * both stay as they are.
   */
  private moveTo(account: Reference, contactId: string): void {
    const contacts = this.module("Contacts");
    const current = this.organization.store(contacts).get(contactId)?.Account_Name;
    if (isObject(current) && current.id === account.id) return;
    const move = { Account_Name: { id: account.id } };
    this.check(updateRecord(this.writing(contacts), contactId, move, this.at("Contacts")));
  }

  /**
   * The contact or account that the request names, or with `add_to_existing_record` the one that matches; a
   * contact's empty fields are filled.
   */
  private existing(target: "Contacts" | "Accounts"): Reference | undefined {
    const given = this.options[target];
    const [field, name] = matchFields[target];
    const module = this.module(target);
    const store = this.organization.store(module);
    const match = this.addToExisting ? [...store.find(name, this.lead[field])][0] : undefined;
    if ((given === undefined || given === null) && match === undefined) return undefined;
    const id = given === undefined || given === null ? match : referenceId(given, this.version);
    if (id === undefined)
      throw new Refused(invalidData(this.place(target), { expected_data_type: "jsonobject" }));
    const record = store.get(id);
    const reference = store.reference(id);
    if (!record || !reference) {
      throw new Refused(invalidId({ api_name: "id", json_path: `${this.path}.${target}.id` }));
    }
    if (target === "Accounts") return reference;
    const mapped = Object.entries(mappedValues(this.leads, this.lead, target));
    const taken = mapped.filter(([key]) => key !== "Owner" && isEmpty(record[key]));
    if (taken.length > 0)
      this.check(updateRecord(this.writing(module), id, Object.fromEntries(taken), this.at(target)));
    return reference;
  }

  private newAccount(): Reference | undefined {
    return textOf(this.lead.Company) ? this.make("Accounts") : undefined;
  }

  private make(target: Target, more: Values = {}): Reference {
    const module = this.module(target);
    const owner = this.owner ?? this.lead.Owner;
    const values = {
      ...mappedValues(this.leads, this.lead, target),
      ...more,
      ...this.tags(target),
      Owner: owner,
    };
    const { id } = this.check(insertRecord(this.writing(module), values, this.at(target)));
    const reference = this.organization.store(module).reference(id);
    if (!reference) throw new Error(`The new record ${id} is not there.`);
    return reference;
  }

  /** `carry_over_tags`: the names of the tags that each new record gets. */
  private tags(target: Target): Values {
    const carried = isObject(this.options.carry_over_tags) ? this.options.carry_over_tags[target] : undefined;
    return Array.isArray(carried) ? { Tag: carried.map((name) => ({ name })) } : {};
  }

  /** `move_attachments_to`: the new record that gets the lead's attachments. */
  private handOn(made: Partial<Record<Target, Reference>>): void {
    const named = this.options.move_attachments_to;
    if (named === undefined || named === null) return;
    const target = isObject(named) ? named.api_name : undefined;
    const reference = isTarget(target) ? made[target] : undefined;
    if (!isTarget(target) || !reference) {
      throw new Refused(invalidData(this.place("move_attachments_to"), { supported_values: targets }));
    }
    moveAttachments(this.organization, this.lead, this.module(target), reference);
  }

  private needs(values: Values, ...names: readonly string[]): void {
    const missing = names.find((name) => isEmpty(values[name]));
    if (missing === undefined) return;
    const at = { api_name: missing, json_path: `${this.path}.Deals.${missing}` };
    throw new Refused(failure("MANDATORY_NOT_FOUND", "required field not found", at));
  }

  private user(given: unknown): Values {
    const id = referenceId(given, this.version);
    const user = id === undefined ? undefined : this.organization.user(id);
    if (user?.status === "active") return user.asOwner;
    throw new Refused(invalidId({ api_name: "id", json_path: `${this.path}.assign_to.id` }));
  }

  private check(result: ReturnType<typeof insertRecord>): { id: string } {
    if (result.status === "error") throw new Refused(result);
    return { id: String(result.details.id) };
  }

  private module(name: string): Module {
    const module = this.organization.schema.get(name);
    if (!module) throw new Error(`There is no module ${name}.`);
    return module;
  }

  private writing(module: Module): Writing {
    return {
      ...plainWriting(this.organization, module, this.organization.currentUser),
      version: this.version,
    };
  }

  private at(target: Target): string {
    return `${this.path}.${target}`;
  }

  private place(name: string): Place {
    return { organization: this.organization, version: this.version, name, path: `${this.path}.${name}` };
  }
}

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === "";
