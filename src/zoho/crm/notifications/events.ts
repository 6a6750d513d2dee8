/** What a channel tells of a module's records. */
export interface Wanted {
  readonly created: boolean;
  readonly updated: boolean;
  readonly deleted: boolean;
}

/** The modules that events name, each once: `["Leads.all", "Leads.edit"]` names Leads. */
export const modulesOf = (events: readonly string[]): string[] => [
  ...new Set(events.map((event) => event.slice(0, event.lastIndexOf(".")))),
];

/** What the events ask of a module. */
export function wantedOf(events: readonly string[], module: string): Wanted {
  const has = (operation: string) =>
    [`${module}.${operation}`, `${module}.all`].some((event) => events.includes(event));
  return { created: has("create"), updated: has("edit"), deleted: has("delete") };
}
