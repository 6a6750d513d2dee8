import { input } from "@prismatic-io/spectral";
import { requiredApiName } from "./cleaners";

const modulePicker = (dataSource: string, comments: string) =>
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

export const viewableModule = modulePicker(
  "selectViewableModule",
  "The API name of the module that holds the records.",
);
export const creatableModule = modulePicker(
  "selectCreatableModule",
  "The API name of the module in which to create records.",
);
export const updatableModule = modulePicker(
  "selectUpdatableModule",
  "The API name of the module in which to update records.",
);
export const upsertableModule = modulePicker(
  "selectUpsertableModule",
  "The API name of the module in which to create or update records.",
);
export const deletableModule = modulePicker(
  "selectDeletableModule",
  "The API name of the module from which to remove records.",
);
