import { hash } from "node:crypto";
import { isObject, type JsonObject } from "../core/json";

/**
 * A short fingerprint of a record's content, behind a shorter one of the fields that were read: fingerprints
 * of other fields tell nothing about each other. A lookup counts by its id, since its name may change without
 * the record.
 */
export function fingerprinter(fields: readonly string[]): (record: JsonObject) => string {
  const layout = digest(fields.join()).slice(0, LAYOUT);
  return (record) =>
    layout +
    digest(
      JSON.stringify(record, (key, value: unknown) => {
        if (key === "" || !isObject(value)) return key === FOREIGN ? undefined : value;
        return value.id ?? value;
      }),
    ).slice(0, 4);
}

/** Whether two fingerprints may be of the same content. */
export const isSameFingerprint = (left: string, right: string): boolean =>
  left === right || left.slice(0, LAYOUT) !== right.slice(0, LAYOUT);

const LAYOUT = 2;

const digest = (text: string): string => hash("sha256", text, "base64url");

/** A field that changes without a change of the record. */
const FOREIGN = "Last_Activity_Time";

/** One version of a record: what is emitted once. */
export interface Version {
  readonly id: string;
  /** Seconds since the epoch. */
  readonly time: number;
  readonly fingerprint: string;
}

/** Versions as text, and what has to be known to forget them without reading it. */
export interface VersionChunk {
  readonly newest: number;
  readonly count: number;
  readonly packed: string;
}

/** Few enough to be packed again quickly when one is added. */
const MOST = 1000;

/**
 * Versions in chunks. Times and ids stand as differences from the version before, which are short since
 * neighbours are alike.
 */
export function packed(versions: readonly Version[]): VersionChunk[] {
  return Array.from({ length: Math.ceil(versions.length / MOST) }, (_, index) => {
    const part = versions.slice(index * MOST, (index + 1) * MOST);
    const newest = Math.max(...part.map(({ time }) => time));
    return { newest, count: part.length, packed: pack(part) };
  });
}
packed.most = MOST;

function pack(versions: readonly Version[]): string {
  let before = { time: 0, id: 0n };
  const parts = versions.map(({ id, time, fingerprint }) => {
    const number = BigInt(id);
    const part = `${time - before.time}:${number - before.id}:${fingerprint}`;
    before = { time, id: number };
    return part;
  });
  return parts.join(" ");
}

/** The versions of a chunk, as they were packed. */
export function unpacked({ packed: text }: VersionChunk): Version[] {
  let before = { time: 0, id: 0n };
  return text.split(" ").map((part) => {
    const [time = "0", id = "0", fingerprint = ""] = part.split(":");
    before = { time: before.time + Number(time), id: before.id + BigInt(id) };
    return { ...before, id: String(before.id), fingerprint };
  });
}

/** Whether a value is a chunk as it comes back from where it was saved. */
export const isChunk = (value: unknown): value is VersionChunk =>
  isObject(value) &&
  [value.newest, value.count].every(Number.isFinite) &&
  typeof value.packed === "string" &&
  /^-?\d+:-?\d+:[\w-]*( -?\d+:-?\d+:[\w-]*)*$/.test(value.packed);
