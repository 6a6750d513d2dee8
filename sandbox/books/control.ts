import { problem } from "../control/problem";
import { isWrite } from "../control/validate";
import type { Answer } from "../core/answer";
import type { SandboxRequest } from "../http/route";
import type { ControlRoute } from "../http/server";
import type { BooksOrganization } from "./core/organization";
import { Refusal } from "./core/refusal";
import { type Draft, isTrue, textOf } from "./core/values";
import { kept } from "./engine/show";
import { isOf } from "./engine/variants";
import { createRecord, removeRecord, updateRecord } from "./engine/write";
import { findType } from "./table";
import type { RecordType } from "./table/recordType";

/** One result a record: its id, or why it was refused. */
interface WriteResult {
  id?: string;
  code: number;
  message: string;
}

function writeAsOther(
  organization: BooksOrganization,
  type: RecordType,
  { $delete, ...data }: Draft,
): WriteResult {
  const idField = type.keys[2];
  const id = textOf(data[idField]);
  try {
    const known = organization.records(type.path).get(id);
    if (id !== "" && !known) return { code: 1002, message: `${type.noun} does not exist.` };
    if (known && isTrue($delete)) {
      removeRecord(organization, type, known);
      return { id, code: 0, message: "success" };
    }
    const query = new URLSearchParams({ ignore_auto_number_generation: String(hasNumber(type, data)) });
    const { [type.parent?.id ?? ""]: parentId, ...rest } = data;
    const parent = type.parent && parentId !== undefined ? { [type.parent.id]: textOf(parentId) } : {};
    const row = known
      ? updateRecord(organization, type, known, data, query)
      : createRecord(organization, type, type.parent ? rest : data, { query, parent });
    return { id: textOf(row[idField]), code: 0, message: "success" };
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, message: error.message };
    throw error;
  }
}

const hasNumber = ({ number }: RecordType, data: Draft): boolean =>
  number !== undefined && textOf(data[number.field]) !== "";

type Handler = (organization: BooksOrganization, type: RecordType, request: SandboxRequest) => Answer;

/**
 * Finds the organisation, the first unless `organization_id` names another, and the record type of the path.
 */
const withType =
  (handle: Handler): ControlRoute["handle"] =>
  (request) => {
    const path = request.params["*"] ?? "";
    const id = request.query.get("organization_id");
    const { books } = request.world;
    const organization = id === null ? books.all()[0] : books.find(id);
    const type = findType(path);
    if (!organization) return problem(`Unknown organisation "${id}".`);
    return type ? handle(organization, type, request) : problem(`Unknown Books record type "${path}".`);
  };

/** Reads and writes of Books as the control interface offers them: past tokens, limits and the ledger. */
export const booksControl: readonly ControlRoute[] = [
  {
    method: "GET",
    path: "/__sandbox/books/mails",
    handle: ({ world }) => ({ status: 200, body: { data: world.books.all().flatMap(({ mails }) => mails) } }),
  },
  {
    method: "GET",
    path: "/__sandbox/books/*",
    handle: withType((organization, type) => {
      const rows = organization
        .records(type.path)
        .all()
        .filter((row) => isOf(type, row));
      return { status: 200, body: { data: rows.map((row) => kept(organization, type, row)) } };
    }),
  },
  {
    method: "POST",
    path: "/__sandbox/books/*",
    handle: withType((organization, type, { body = {} }) => {
      if (!isWrite()(body)) return problem('The body is {"data": [...]}, a list of records.');
      const data = body.data.map((record) => writeAsOther(organization, type, { ...record }));
      return { status: 200, body: { data } };
    }),
  },
];
