import { input } from "@prismatic-io/spectral";
import { optionalId, requiredApiName } from "../cleaners";
import { viewableModule } from "../modules";

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
