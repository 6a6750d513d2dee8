import { input } from "@prismatic-io/spectral";
import { optionalId, optionalText, refuse, requiredApiName } from "./cleaners";

/** Modules that every organization has, by their API names. */
const ownModules =
  `Accounts Appointments__s Calls Campaigns Cases Contacts Deals Events Invoices Leads Notes Price_Books
  Products Purchase_Orders Quotes Sales_Orders Services__s Solutions Tasks Vendors`.split(/\s+/);

const folded = (name: string): string =>
  name
    .replace(/__s$/, "")
    .replaceAll(/[\s_-]/g, "")
    .toLowerCase();

/** The API name of a module, from any spelling of it: `price books` is Price_Books. */
export const moduleName =
  (label: string) =>
  (value: unknown): string => {
    const text = optionalText(label)(value);
    const known = text === undefined ? undefined : ownModules.find((name) => folded(name) === folded(text));
    if (known !== undefined) return known;
    const name = text?.replaceAll(/\s+/g, "_") ?? "";
    return /^[A-Za-z]\w{0,99}$/.test(name)
      ? name
      : refuse(label, "a module such as Leads or Sales_Orders", value);
  };

const modulePicker = (dataSource: string, comments: string) =>
  input({
    label: "Record Type",
    type: "string",
    required: true,
    dataSource,
    placeholder: "Select a module",
    comments: `${comments} Custom modules are offered too.`,
    example: "Leads",
    clean: moduleName("Record Type"),
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
