/*
 * What Prismatic's public Zoho component offers under the same keys, so that an integration can change over.
 */

export const connectionInputs: Record<string, { label: string; inputs: readonly string[] }> = {
  zohoTemplatedConnection: {
    label: "OAuth 2.0",
    inputs: ["zohoRegion", "scopes", "clientId", "clientSecret", "authorizeUrl", "tokenUrl", "revokeUrl"],
  },
  oauth2: {
    label: "Zoho OAuth 2.0 (Deprecated)",
    inputs: ["authorizeUrl", "tokenUrl", "scopes", "revokeUrl", "clientId", "clientSecret"],
  },
  zohoVerticalSolution: {
    label: "OAuth 2.0 (Vertical Solution)",
    inputs: ["clientId", "clientSecret", "scopes"],
  },
};

const paging = ["page", "per_page", "page_token", "sort_order", "sort_by", "fetchAll"];

export const actionInputs: Record<string, readonly string[]> = {
  crmGetRecord: ["connection", "recordType", "recordId", "fields"],
  crmGetRecords: ["connection", "recordType", "fields", ...paging],
  crmCreateRecord: ["connection", "recordType", "dynamicValues", "fieldValues"],
  crmUpdateRecord: ["connection", "recordType", "recordId", "dynamicValues", "fieldValues"],
  crmRemoveRecord: ["connection", "recordType", "recordId"],
  crmRunQuery: ["connection", "query"],
  crmAddAttachment: ["connection", "recordType", "recordId", "file", "fileName"],
  crmRawRequest: [
    ...["connection", "url", "method", "data", "formData", "fileData", "fileDataFileNames", "queryParams"],
    ...["headers", "responseType", "timeout", "debugRequest", "retryDelayMS", "retryAllErrors", "maxRetries"],
    "useExponentialBackoff",
  ],
};
