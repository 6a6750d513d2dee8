import { variableOperations } from "./variables";

/** Every call to the settings of an organization. */
export const settingsOperations = {
  ...variableOperations,
} as const;
