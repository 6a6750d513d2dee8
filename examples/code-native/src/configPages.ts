import { configPage, configVar } from "@prismatic-io/spectral";
import { zohoZohoTemplatedConnection } from "./manifests/zoho/connections/zohoTemplatedConnection";
import { zohoFieldMappingForm } from "./manifests/zoho/dataSources/fieldMappingForm";
import { zohoSelectUpsertableModule } from "./manifests/zoho/dataSources/selectUpsertableModule";

/** What Acme calls its fields, and what a person reads. */
const acmeFields = [
  { key: "surname", value: "Last Name" },
  { key: "employer", value: "Employer" },
  { key: "email", value: "E-mail" },
  { key: "address.town", value: "Town" },
];

export const configPages = {
  Connection: configPage({
    tagline: "Log in to Zoho",
    elements: {
      "Zoho Connection": zohoZohoTemplatedConnection("zoho-connection", {
        zohoRegion: { value: "https://accounts.zoho.com" },
        clientId: { value: "", permissionAndVisibilityType: "organization" },
        clientSecret: { value: "", permissionAndVisibilityType: "organization", writeOnly: true },
      }),
    },
  }),
  Records: configPage({
    tagline: "Choose what is kept in step",
    elements: {
      Module: zohoSelectUpsertableModule("module", { connection: { configVar: "Zoho Connection" } }),
      "Acme Endpoint": configVar({
        stableKey: "acme-endpoint",
        dataType: "string",
        description: "Where Acme takes the records of Zoho.",
        defaultValue: "https://acme.example/records",
      }),
    },
  }),
  Mapping: configPage({
    tagline: "Say which field holds what",
    elements: {
      "Field Mapping": zohoFieldMappingForm("field-mapping", {
        connection: { configVar: "Zoho Connection" },
        recordType: { configVar: "Module" },
        purpose: { value: "create" },
        sourceFields: { value: Object.fromEntries(acmeFields.map(({ key, value }) => [key, value])) },
      }),
    },
  }),
};
