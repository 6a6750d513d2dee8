import { input } from "@prismatic-io/spectral";
import { optionalId, requiredApiName } from "./cleaners";

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

export const fieldName = input({
  label: "Field",
  type: "string",
  required: true,
  dataSource: "selectField",
  placeholder: "Select a field",
  comments: "The API name of the picklist field.",
  example: "Lead_Source",
  clean: requiredApiName("Field"),
});

export const pipelineModule = input({
  ...viewableModule,
  default: "Deals",
  comments: "The API name of the module that has the pipelines.",
  example: "Deals",
});

export const pipelineLayoutId = input({
  label: "Layout ID",
  type: "string",
  dataSource: "selectLayout",
  placeholder: "Select a layout",
  comments:
    "The unique identifier of the layout. Leave empty for the pipelines of all layouts of the module.",
  example: "5725767000000091055",
  clean: optionalId("Layout ID"),
});

export const formModule = input({
  ...viewableModule,
  comments: "The API name of the module that the form is for. Custom modules are offered too.",
});

export const formLayoutId = input({
  ...pipelineLayoutId,
  comments:
    "The unique identifier of the layout that the form follows. Leave empty for the one that Zoho takes by itself.",
});
