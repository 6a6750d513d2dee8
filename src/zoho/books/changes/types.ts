import type { JsonObject } from "../../core/json";
import { inputError } from "../../http/errors";
import { findRecordType, type RecordType, recordTypes, tellsChanges } from "../recordTypes";

/** One change of one record, as triggers emit it. Zoho Books does not tell what was deleted. */
export interface Change {
  readonly change: "created" | "updated";
  readonly id: string;
  /** The record type. */
  readonly module: string;
  /** When it happened, as Zoho writes it: whole seconds, with an offset without a colon. */
  readonly modifiedTime: string;
  /** The record as Zoho lists it. */
  readonly record: JsonObject;
}

/** Which changes of a record type are asked for. */
export interface ChangeQuery {
  readonly recordType: string;
  readonly created: boolean;
  readonly updated: boolean;
  /** About the most changes of one part: whole pages are read, of which Zoho's have 200. */
  readonly most?: number;
}

/**
 * The row of a record type whose changes can be found.
 * @throws ZohoError `INVALID_INPUT` for any other.
 */
export function changingType(recordType: string): RecordType {
  const type = findRecordType(recordType);
  if (tellsChanges(type)) return type;
  const others = [...recordTypes().values()].filter(tellsChanges).map(({ key }) => key);
  throw inputError(
    "books",
    `Record Type: Zoho neither filters nor sorts ${type.key} by the time of change, so that its changes cannot be found. Use one of ${others.join(", ")}`,
  );
}
