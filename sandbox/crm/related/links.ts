/**
 * What a link knows besides the two records, such as a product's `list_price` or a contact's `Contact_Role`.
 */
export type LinkValues = Readonly<Record<string, unknown>>;

interface End {
  module: string;
  id: string;
}

const none: ReadonlyMap<string, LinkValues> = new Map();

/**
 * Records that are joined without a lookup: a lead and products, a campaign and contacts, a deal and contacts
 * with their roles.
 */
export class Links {
  private readonly joined = new Map<string, Map<string, LinkValues>>();

  /** The records of a module that a record is joined with, by id. */
  from(id: string, module: string): ReadonlyMap<string, LinkValues> {
    return this.joined.get(key(id, module)) ?? none;
  }

  /** Joins two records, or changes what their link knows. */
  join(left: End, right: End, values: LinkValues): void {
    const known = { ...this.from(left.id, right.module).get(right.id), ...values };
    this.side(left.id, right.module).set(right.id, known);
    this.side(right.id, left.module).set(left.id, known);
  }

  /** Parts two records; false when they were not joined. */
  part(left: End, right: End): boolean {
    this.side(right.id, left.module).delete(left.id);
    return this.side(left.id, right.module).delete(right.id);
  }

  private side(id: string, module: string): Map<string, LinkValues> {
    const side = this.joined.get(key(id, module)) ?? new Map<string, LinkValues>();
    this.joined.set(key(id, module), side);
    return side;
  }
}

const key = (id: string, module: string): string => `${id} ${module}`;
