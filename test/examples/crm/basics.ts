import { type Example, idOf } from "../world";

export const examples: Record<string, Example> = {
  crmRunQuery: () => ({
    query: "select Last_Name, Email from Leads where Company != :company limit 3",
    parameters: [{ key: "company", value: "Nobody" }],
  }),
  crmAddAttachment: async (world) => ({
    recordType: "Leads",
    recordId: await idOf(world, "Leads"),
    file: { data: Buffer.from("A contract."), contentType: "text/plain" },
    fileName: "contract.txt",
  }),
  crmGetOrganization: () => ({}),
  crmGetModules: () => ({}),
  crmGetFields: () => ({ recordType: "Leads" }),
  crmRawRequest: () => ({
    url: "/crm/v8/Leads",
    method: "GET",
    queryParams: [
      { key: "fields", value: "Last_Name" },
      { key: "per_page", value: "2" },
    ],
  }),
};
