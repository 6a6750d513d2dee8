import assert from "node:assert/strict";
import type { Books } from "../../src/zoho/books/books";
import { getRecords } from "../../src/zoho/books/records/listing";
import { createRecords, removeRecords, updateRecords } from "../../src/zoho/books/records/many";
import { objectsAt } from "../../src/zoho/core/json";
import { ZohoError } from "../../src/zoho/http/errors";
import { openBooks } from "../support/books";
import { QuickClock, type TestSandbox } from "../support/sandbox";
import { deployable } from "./deployed";
import { effects } from "./matrix";

const recordType = "contacts";
const STEPS = 8;

/** What is known of one customer by what the actions said: `there` is undefined where nobody knows. */
interface Known {
  id?: string;
  there: boolean | undefined;
  notes: Set<string>;
}

/**
 * One organization of Books: actions under faults, a flow with what changed, and a model of what must be
 * there at the end.
 */
export async function playBooks(sandbox: TestSandbox, pick: (below: number) => number): Promise<number> {
  await sandbox.limits({ books: { perMinute: 100_000, perDay: 1_000_000 } });
  const { instance, flow, items } = await deployable(sandbox, {
    trigger: "booksRecordChanges",
    inputs: { recordType },
    batchSize: 100,
  });
  await instance.deploy();
  await flow.schedule();
  const books = await openBooks(sandbox, { clock: new QuickClock(), timeoutMs: 1500 });
  // Which organization it is must be known before anything fails.
  await getRecords(books, { recordType });
  const known = new Map<string, Known>();
  for (let step = 0; step < STEPS; step += 1) {
    const faults = Array.from({ length: pick(4) }, () => effects[pick(effects.length)]).flatMap((effect) =>
      effect ? [{ path: "^/books/v3/contacts", ...effect, skip: pick(4), times: 1 + pick(3) }] : [],
    );
    await sandbox.fault(...faults);
    await [create, create, update, remove, read][pick(5)]?.(books, known, pick, sandbox);
    await sandbox.clearFaults();
    await sandbox.advance(1 + pick(90));
    if (pick(2) === 0) await flow.schedule().catch(() => undefined);
  }
  for (let rest = 0; rest < 2; rest += 1) {
    await sandbox.advance(120);
    await flow.schedule();
  }
  const held = new Map((await stored(sandbox)).map((row) => [String(row.contact_name), row] as const));
  const told = new Map(items().map((change) => [change.id, change]));
  for (const [name, { there, notes }] of known) {
    const row = held.get(name);
    if (there !== undefined) assert.equal(row !== undefined, there, `misreported: ${name} of Books`);
    if (!row) continue;
    assert(notes.has(String(row.notes)), `misreported: ${name} has the notes ${row.notes}`);
    assert(told.has(String(row.contact_id)), `lost: the flow never received ${name} of Books`);
  }
  await instance.delete();
  return known.size;
}

type Step = (
  books: Books,
  known: Map<string, Known>,
  pick: (below: number) => number,
  sandbox: TestSandbox,
) => Promise<void>;

let names = 0;
const fresh = (what: string): string => {
  names += 1;
  return `${what} ${names}`;
};

const some = (known: Map<string, Known>, pick: (below: number) => number, most: number) =>
  [...known].filter(([, { there, id }]) => there && id !== undefined && pick(3) > 0).slice(0, most);

/** Takes what an action said of each record into the model; one that failed as a whole wrote nothing. */
async function learn(
  of: readonly (readonly [string, Known])[],
  notes: readonly string[] | undefined,
  work: () => Promise<{
    data: readonly { index: number; status: string; code: string; id?: string }[];
  }>,
): Promise<void> {
  try {
    for (const { index, status, code, id } of (await work()).data) {
      const [, entry] = of[index] ?? [];
      if (!entry) continue;
      const note = notes?.[index];
      if (status === "success") {
        entry.there = notes !== undefined;
        if (note !== undefined) entry.notes = new Set([note]);
        if (id !== undefined) entry.id = id;
      } else if (code === "OUTCOME_UNKNOWN") {
        if (entry.there !== true || notes === undefined) entry.there = undefined;
        if (note !== undefined) entry.notes.add(note);
      }
    }
  } catch (error) {
    if (!(error instanceof ZohoError)) throw error;
  }
}

const create: Step = async (books, known, pick) => {
  const made = Array.from({ length: 1 + pick(30) }, () => {
    const entry: Known = { there: false, notes: new Set() };
    return [fresh("Customer"), entry] as const;
  });
  for (const [name, entry] of made) known.set(name, entry);
  const notes = made.map(() => fresh("Note"));
  const records = made.map(([contact_name], index) => ({ contact_name, notes: notes[index] }));
  await learn(made, notes, () => createRecords(books, { recordType, records, concurrency: 1 + pick(5) }));
};

const update: Step = async (books, known, pick) => {
  const chosen = some(known, pick, 20);
  const notes = chosen.map(() => fresh("Note"));
  const records = chosen.map(([, { id }], index) => ({ contact_id: id, notes: notes[index] }));
  if (records.length > 0) await learn(chosen, notes, () => updateRecords(books, { recordType, records }));
};

const remove: Step = async (books, known, pick) => {
  const chosen = some(known, pick, 5);
  const recordIds = chosen.map(([, { id }]) => String(id));
  if (recordIds.length > 0)
    await learn(chosen, undefined, () => removeRecords(books, { recordType, recordIds }));
};

const stored = async (sandbox: TestSandbox) =>
  objectsAt(await sandbox.control("GET", `books/${recordType}`), "data");

const read: Step = async (books, _known, _pick, sandbox) => {
  try {
    const ids = objectsAt(await getRecords(books, { recordType, fetchAll: true }), recordType);
    assert.deepEqual(
      ids.map(({ contact_id }) => contact_id).sort(),
      (await stored(sandbox)).map(({ contact_id }) => contact_id).sort(),
      "a read of Books to the end lacks records or has some twice",
    );
  } catch (error) {
    if (!(error instanceof ZohoError)) throw error;
  }
};
