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

/**
 * The names that are a module's: `Stage` is every module's, `Deals.Stage` that of Deals alone, as `Stage`.
 */
export function namesFor(module: string, names: readonly string[], events: readonly string[]): string[] {
  const modules = modulesOf(events);
  return names.flatMap((name) => {
    const [owner = "", ...rest] = name.split(".");
    if (rest.length === 0 || !modules.includes(owner)) return [name];
    return owner === module ? [rest.join(".")] : [];
  });
}

/** The events one by one, as Zoho lists them: `Leads.all` stands for three. */
export const eachOf = (events: readonly string[]): string[] => [
  ...new Set(
    events.flatMap((event) =>
      event.endsWith(".all")
        ? ["create", "edit", "delete"].map((operation) => event.replace(/all$/, operation))
        : [event],
    ),
  ),
];
