/*
 * What Prismatic's public Zoho component offers under the same keys, so that an integration can change over:
 * every input with the values that it takes there.
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

const channelInputs = "channelId events token channelExpiry returnAffectedFieldValues notifyOnRelatedAction";

const polled = "lookBackDate showNewRecords showUpdatedRecords selectedFields returnIdsOnly";

/** The inputs of the triggers and of the pickers there, and those that triggers of its family share. */
export const otherInputs: Readonly<Record<string, string>> = {
  leadsPollingTrigger: `fields showDeletedRecords ${polled}`,
  contactsPollingTrigger: `fields showDeletedRecords ${polled}`,
  bookContactsPollingTrigger: polled,
  crmRecordChanges: `recordType showDeletedRecords ${polled}`,
  booksRecordChanges: `recordType ${polled}`,
  notificationsTrigger: `${channelInputs} notificationCondition`,
  selectCrmRecord: "recordType",
  selectBooksRecord: "recordType parentRecordId",
  selectNotificationChannel: "",
};

/** What an action is tried on. */
export interface ParityWorld {
  /** The id of the n-th record of a CRM module; of a module without records one that is made. */
  crm(module: string, index?: number): Promise<string>;
  /** The id of a record of a Books record type. */
  books(recordType: string): Promise<string>;
  /** The id of a notification channel that is open, or of none yet. */
  channel(isOpen: boolean): Promise<string>;
}

type Values = Readonly<Record<string, unknown>>;

/** One action there. */
export interface Documented {
  /** Inputs with which it does something; made anew for each try. */
  readonly base: (world: ParityWorld, tried: Values) => Promise<Values> | Values;
  /** Every input, the connection apart, with values that it takes. */
  readonly tries: Readonly<Record<string, readonly unknown[]>>;
}

const flags = [true, false, "true", "false", "yes", "no", "", undefined];
const switched = ["true", false, ""];
const words = (text: string): string[] => text.split(/\s+/);
const file = { data: Buffer.from("text"), contentType: "text/plain" };

/**
 * A page that is not the first ends a list, or is refused by Zoho where there is none: both are its own say.
 */
const page = [1, "1", "0", "", undefined];
const per_page = [200, "200", "10", 0, "", undefined];

const modules = words(
  `Accounts Calls Campaigns Cases Contacts Deals Events Invoices Leads Price_Books Products Purchase_Orders Quotes
   Sales_Orders Solutions Tasks Vendors`,
);

/** Rows of keys and values in every form, with a field that adds nothing to what the base gives. */
const rows = (key: string, value: string) => [
  [{ key, value }],
  { [key]: value },
  JSON.stringify({ [key]: value }),
  [],
  "",
  undefined,
];

const crmValues = { dynamicValues: rows("City", "Bonn"), fieldValues: rows("City", "Bonn") };
const lead = { Last_Name: "Burns", Company: "ABC" };
/** What a record needs, in the input that is not tried. */
const needed = (values: Values, tried: Values): Values =>
  "dynamicValues" in tried
    ? { fieldValues: Object.entries(values).map(([key, value]) => ({ key, value })) }
    : { dynamicValues: values };

const events = [["Leads.create", "Deals.edit"], JSON.stringify(["Leads.create", "Deals.edit"])];
const condition = [
  {
    type: "field_selection",
    module: { api_name: "Deals", id: "554023000000000131" },
    field_selection: {
      group_operator: "or",
      group: [
        { field: { api_name: "Stage", id: "554023000000000525" } },
        { field: { api_name: "Amount", id: "554023000000000523" } },
      ],
    },
  },
];
const channelOptions = {
  token: ["my_verification_token_123", "", undefined],
  notificationCondition: [condition, JSON.stringify(condition), ["Deals.Stage"], "", undefined],
};

/** Record types there, those that stand under others apart. */
const booksTypes = words(
  `bankaccounts banktransactions bankaccounts/rules basecurrencyadjustment bills chartofaccounts contacts creditnotes
   settings/currencies customerpayments employees estimates expenses invoices items journals settings/openingbalances
   projects purchaseorders recurringbills recurringexpenses recurringinvoices retainerinvoices salesorders settings/taxes
   projects/timeentries users vendorcredits vendorpayments`,
);

const raw = (path: string) => ({
  base: () => ({ url: path, method: "GET" }),
  tries: {
    url: [path, path.replace(/^\/(crm|books)\/v\d/, "")],
    method: ["GET", "HEAD", "OPTIONS"],
    data: ["", undefined],
    formData: [[], "", undefined],
    fileData: [[], "", undefined],
    fileDataFileNames: [[], "", undefined],
    queryParams: [[{ key: "per_page", value: "2" }], { per_page: 2 }, [], "", undefined],
    headers: [[{ key: "X-Trace", value: "1" }], [], "", undefined],
    responseType: ["json", "text", "arraybuffer", "document"],
    timeout: ["2000", 2000, "0", "10000000", "", undefined],
    debugRequest: switched,
    retryDelayMS: ["0", "500", "100000", "", undefined],
    retryAllErrors: switched,
    maxRetries: ["0", "3", "50", "", undefined],
    useExponentialBackoff: switched,
  },
});

const recordBase =
  (...more: string[]) =>
  async (world: ParityWorld, tried: Values): Promise<Values> => ({
    recordType: "Leads",
    recordId: await world.crm(String(tried.recordType ?? "Leads")),
    ...Object.fromEntries(more.map((key) => [key, file])),
  });

const debugRequest = ["true"];

const noParent = { parentRecordType: ["", undefined], parentRecordId: ["", undefined] };
const anyParent = { ...noParent, parentRecordType: ["contacts", "", undefined] };
/** Where a parent is tried: what stands under it. */
const below = async (world: ParityWorld, { parentRecordType }: Values): Promise<Values> =>
  parentRecordType === "contacts"
    ? { recordType: "contactpersons", parentRecordId: await world.books("contacts") }
    : {};

/** What the component there takes, and Zoho itself refuses. */
export const refusedByZoho: ReadonlySet<string> = new Set([
  'method "HEAD"',
  'method "OPTIONS"',
  'recordType "settings/openingbalances"',
]);

/** Every action there. */
export const documented: Readonly<Record<string, Documented>> = {
  crmGetRecord: {
    base: recordBase(),
    tries: { recordType: modules, recordId: [], fields: [["Owner"], [], "", undefined], debugRequest },
  },
  crmGetRecords: {
    base: () => ({ recordType: "Leads", fields: ["Owner"] }),
    tries: {
      recordType: [...modules, "Price Books", "sales orders"],
      fields: [["Owner"], [], "", undefined],
      page,
      per_page,
      page_token: ["", undefined],
      sort_order: ["asc", "desc", "", undefined],
      sort_by: ["id", "Created_Time", "Modified_Time", "", undefined],
      fetchAll: flags,
      debugRequest,
    },
  },
  crmCreateRecord: {
    base: (_, tried) => ({ recordType: "Leads", ...needed(lead, tried) }),
    tries: { recordType: ["Leads"], ...crmValues, debugRequest },
  },
  crmUpdateRecord: {
    base: async (world, tried) => ({
      recordType: "Leads",
      recordId: await world.crm("Leads"),
      ...needed({ Last_Name: "Simpson" }, tried),
    }),
    tries: { recordType: ["Leads"], recordId: [], ...crmValues, debugRequest },
  },
  crmRemoveRecord: {
    base: recordBase(),
    tries: { recordType: ["Leads", "Contacts"], recordId: [], debugRequest },
  },
  crmRunQuery: {
    base: () => ({ query: "select Last_Name from Leads where Last_Name is not null limit 2" }),
    tries: { query: [], debugRequest },
  },
  crmAddAttachment: {
    base: async (world, tried) => ({
      ...(await recordBase("file")(world, tried)),
      fileName: "document.pdf",
    }),
    tries: {
      recordType: [...words("Accounts Contacts Deals Leads Price_Books Tasks"), "Purchase Orders"],
      recordId: [],
      file: ["text", file, file.data],
      fileName: ["document.pdf"],
      debugRequest,
    },
  },
  crmRawRequest: raw("/crm/v8/users"),
  booksRawRequest: raw("/books/v3/contacts"),
  crmEnableNotification: {
    base: async (world) => ({
      channelId: await world.channel(false),
      events: ["Leads.create", "Deals.edit"],
      notifyUrl: "https://example.com/webhook",
    }),
    tries: {
      channelId: [],
      events,
      notifyUrl: ["https://example.com/webhook"],
      channelExpiry: ["", undefined],
      returnAffectedFieldValues: switched,
      notifyOnRelatedAction: switched,
      ...channelOptions,
      debugRequest,
    },
  },
  crmUpdateNotification: {
    base: async (world) => ({ channelId: await world.channel(true), events: ["Deals.edit"] }),
    tries: {
      channelId: [],
      events: [...events, "", undefined],
      notifyUrl: ["https://example.com/webhook", "", undefined],
      channelExpiry: ["", undefined],
      ...channelOptions,
      debugRequest,
    },
  },
  crmGetNotificationDetails: {
    base: async (world) => ({ channelId: await world.channel(true) }),
    tries: {
      channelId: ["", undefined],
      fetchAll: flags,
      module: ["Leads", "", undefined],
      page,
      per_page,
      debugRequest,
    },
  },
  crmDisableNotification: {
    base: async (world) => ({ channelIds: `${await world.channel(true)},${await world.channel(true)}` }),
    tries: { channelIds: [], debugRequest },
  },
  crmDisableSpecificNotification: {
    base: async (world) => ({ channelId: await world.channel(true), events: ["Leads.create"] }),
    tries: {
      channelId: [],
      events: [["Leads.create"], '["Leads.create"]'],
      notifyOnRelatedAction: switched,
      debugRequest,
    },
  },
  booksGetRecord: {
    base: async (world) => ({ recordType: "contacts", recordId: await world.books("contacts") }),
    tries: {
      recordType: ["contacts"],
      recordId: [],
      ...noParent,
      debugRequest,
    },
  },
  booksGetRecords: {
    base: async (world, tried) => ({ recordType: "contacts", ...(await below(world, tried)) }),
    tries: {
      recordType: booksTypes,
      ...anyParent,
      searchFields: rows("contact_name_contains", "a"),
      page,
      per_page,
      fetchAll: flags,
      debugRequest,
    },
  },
  booksCreateRecord: {
    base: async (world, tried) => ({
      recordType: "contacts",
      ...needed({ contact_name: `Bowman ${Math.random()}`, first_name: "Ada" }, tried),
      ...(await below(world, tried)),
    }),
    tries: {
      recordType: ["contacts"],
      ...anyParent,
      dynamicValues: rows("notes", "New"),
      fieldValues: rows("notes", "New"),
      debugRequest,
    },
  },
  booksUpdateRecord: {
    base: async (world, tried) => ({
      recordType: "contacts",
      recordId: await world.books("contacts"),
      ...needed({ notes: "Old" }, tried),
    }),
    tries: {
      recordType: ["contacts"],
      recordId: [],
      ...noParent,
      dynamicValues: rows("notes", "New"),
      fieldValues: rows("notes", "New"),
      debugRequest,
    },
  },
  booksRemoveRecord: {
    base: async (world) => ({ recordType: "items", recordId: await world.books("items") }),
    tries: { recordType: ["items"], recordId: [], ...noParent, debugRequest },
  },
};
