import { Ids } from "../store/ids";

/** A field that a transition asks for. */
export interface TransitionField {
  name: string;
  mandatory: boolean;
}

export interface Transition {
  id: string;
  name: string;
  from: string;
  to: string;
  fields: readonly TransitionField[];
}

/** A process that the records of a module go through by a field of theirs. */
export interface Process {
  id: string;
  name: string;
  module: string;
  field: string;
  transitions: readonly Transition[];
}

type TransitionRow = readonly [name: string, from: string, to: string, fields: readonly TransitionField[]];

const mandatory = (name: string): TransitionField => ({ name, mandatory: true });
const optional = (name: string): TransitionField => ({ name, mandatory: false });

/** How a case is handled. */
const caseTransitions: readonly TransitionRow[] = [
  ["Wait for the customer", "New", "On Hold", [mandatory("Case_Reason"), optional("Priority")]],
  ["Escalate", "New", "Escalated", [mandatory("Priority"), mandatory("Description")]],
  ["Resume", "On Hold", "New", []],
  ["Close", "On Hold", "Closed", [mandatory("Case_Reason")]],
  ["Solve", "Escalated", "Closed", [mandatory("Description")]],
];

const ids = new Ids(800_000_000);

/**
 * The blueprints of every organisation. A record whose field has a value that no transition leads from is in
 * none.
 */
export const processes: readonly Process[] = [
  {
    id: ids.next(),
    name: "Case handling",
    module: "Cases",
    field: "Status",
    transitions: caseTransitions.map(([name, from, to, fields]) => ({
      id: ids.next(),
      name,
      from,
      to,
      fields,
    })),
  },
];

/** The process that a record is in: one of its module with a transition from where the record is. */
export const processOf = (module: string, record: Readonly<Record<string, unknown>>): Process | undefined =>
  processes.find(
    (process) =>
      process.module === module && process.transitions.some(({ from }) => from === record[process.field]),
  );
