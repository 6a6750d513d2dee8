import { input } from "@prismatic-io/spectral";
import { requiredApiName } from "./cleaners";

const module = (dataSource: string, comments: string) =>
  input({
    label: "Record Type",
    type: "string",
    required: true,
    dataSource,
    placeholder: "Select a module",
    comments: `${comments} Custom modules are offered too.`,
    example: "Leads",
    clean: requiredApiName("Record Type"),
  });

export const viewableModule = module(
  "selectViewableModule",
  "The API name of the module that holds the records.",
);
export const creatableModule = module(
  "selectCreatableModule",
  "The API name of the module in which to create records.",
);
export const updatableModule = module(
  "selectUpdatableModule",
  "The API name of the module in which to update records.",
);
export const upsertableModule = module(
  "selectUpsertableModule",
  "The API name of the module in which to create or update records.",
);
export const deletableModule = module(
  "selectDeletableModule",
  "The API name of the module from which to remove records.",
);
export const convertableModule = module(
  "selectConvertableModule",
  "The API name of the module whose records are converted.",
);
