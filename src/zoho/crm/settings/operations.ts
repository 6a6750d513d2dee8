import { currencyOperations } from "./currencies";
import { recycleBinOperations } from "./recycleBin";
import { variableOperations } from "./variables";

/** Every call to the settings of an organization. */
export const settingsOperations = {
  ...currencyOperations,
  ...recycleBinOperations,
  ...variableOperations,
} as const;
