import { automationOperations } from "./automation";
import { currencyOperations } from "./currencies";
import { peopleOperations } from "./people";
import { recycleBinOperations } from "./recycleBin";
import { referenceOperations } from "./reference";
import { territoryOperations } from "./territories";
import { userWriteOperations } from "./users";
import { variableOperations } from "./variables";

/** Every call to the settings of an organization. */
export const settingsOperations = {
  ...automationOperations,
  ...currencyOperations,
  ...peopleOperations,
  ...recycleBinOperations,
  ...referenceOperations,
  ...territoryOperations,
  ...userWriteOperations,
  ...variableOperations,
} as const;
