import { inputError } from "../../http/errors";
import { findRecordType, type RecordType, recordTypes, tellsChanges } from "../recordTypes";

/** Which changes of a record type are asked for. */
export interface BooksChangeQuery {
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
    `Record Type: Zoho's list of ${type.key} does not say when a record was changed, so that its changes cannot be found. Use one of ${others.join(", ")}`,
  );
}
