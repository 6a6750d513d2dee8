// The SDKs of v7 and v8, which differ in their package's name alone; that of v8 goes further.
import { flows, tools } from "./flows.mjs";
import { archiveFile, credentials, pictureFile, resources, run, url } from "./program.mjs";

const name = process.argv[2];
const sdk = await import(name);
const { Attachments, Choice, Notes, Notifications, ParameterMap, Record: records, Tags } = sdk;

class MemoryStore extends sdk.TokenStore.TokenStore {
  #tokens = new Map();
  async findToken() {
    return null;
  }
  async findTokenById(id) {
    return this.#tokens.get(id);
  }
  async saveToken(token) {
    token.setId("1");
    this.#tokens.set("1", token);
  }
}

const { clientId, clientSecret, refreshToken } = await credentials();
const token = new sdk.OAuthBuilder()
  .clientId(clientId)
  .clientSecret(clientSecret)
  .refreshToken(refreshToken)
  .build();
const builder = await new sdk.InitializeBuilder();
await builder
  .environment(sdk.DataCenter.setEnvironment(url, `${url}/oauth/v2/token`, url))
  .token(token)
  .store(new MemoryStore())
  .SDKConfig(new sdk.SDKConfigBuilder().autoRefreshFields(false).pickListValidation(true).build())
  .resourcePath(resources())
  .initialize();

const answerOf = async (call) => (await call)?.getObject() ?? null;
const idOf = (result) => BigInt(result.getDetails().get("id"));

async function parameters(...pairs) {
  const map = new ParameterMap();
  for (const [parameter, value] of pairs) await map.add(parameter, value);
  return map;
}

function record(values, id) {
  const made = new records.Record();
  for (const [name, value] of Object.entries(values)) made.addKeyValue(name, value);
  if (id !== undefined) made.setId(id);
  return made;
}

function bodyOf(wrapper, items, set = "setData") {
  wrapper[set](items);
  return wrapper;
}

const of = (module) => new records.RecordOperations(module);
const recordsBody = (...items) => bodyOf(new records.BodyWrapper(), items);
const file = (path) => new sdk.StreamWrapper(null, null, path);
const attachments = new Attachments.AttachmentsOperations();
const notes = new Notes.NotesOperations();
const tags = new Tags.TagsOperations();
const notifications = new Notifications.NotificationsOperations();
const files = new sdk.Files.FilesOperations();
const { BulkRead, BulkWrite, HeaderMap } = sdk;
const bulkReads = new BulkRead.BulkReadOperations();
const bulkWrites = new BulkWrite.BulkWriteOperations();
const email = "sdk@example.com";
const channel = "1000000068001";
const ids = {};

function noteOf(title, content) {
  const note = new Notes.Note();
  if (title) note.setNoteTitle(title);
  note.setNoteContent(content);
  return note;
}

function tagOf(Kind) {
  const tag = new Kind();
  tag.setName("sdk");
  return tag;
}

function moduleOf(name) {
  const module = new sdk.Modules.MinifiedModule();
  module.setAPIName(name);
  return module;
}

/** A bulk job when it has ended, as it then stands. */
async function ended(ask, state) {
  for (;;) {
    const job = await ask();
    // A choice in the one kind of job, and text in the other.
    const told = job[state]();
    if ((told instanceof Choice ? told.getValue() : told) === "COMPLETED") return job;
  }
}

const metadata = (subject, method, kind) => () =>
  parameters(...(kind ? [[kind.MODULE, "Leads"]] : [])).then((map) => answerOf(subject[method](map)));

await run({
  async create() {
    const full = {
      Last_Name: "Burns",
      Company: "Zylker",
      Email: email,
      Lead_Source: new Choice("Web Download"),
      Annual_Revenue: 1200.5,
      No_of_Employees: 5,
    };
    const body = recordsBody(record(full), record({ Last_Name: "Other", Company: "Zylker" }));
    const answer = await answerOf(of("Leads").createRecords(body));
    [ids.lead, ids.other] = answer.getData().map(idOf);
    return answer;
  },
  read: () => answerOf(of("Leads").getRecord(ids.lead)),
  async list() {
    const { FIELDS, PER_PAGE } = records.GetRecordsParam;
    return answerOf(
      of("Leads").getRecords(await parameters([FIELDS, "Last_Name,Created_Time,Owner"], [PER_PAGE, 2])),
    );
  },
  update: () => answerOf(of("Leads").updateRecord(ids.lead, recordsBody(record({ Company: "Changed" })))),
  updateMany: () =>
    answerOf(
      of("Leads").updateRecords(
        recordsBody(record({ Company: "One" }, ids.lead), record({ Company: "Two" }, ids.other)),
      ),
    ),
  async upsert() {
    const body = recordsBody(record({ Last_Name: "Burns", Company: "Again", Email: email }));
    body.setDuplicateCheckFields(["Email"]);
    return answerOf(of("Leads").upsertRecords(body));
  },
  refused: () => answerOf(of("Leads").createRecords(recordsBody(record({ Company: "No name" })))),
  missing: () => answerOf(of("Leads").getRecord(111111000000000001n)),
  search: async () =>
    answerOf(
      of("Leads").searchRecords(
        await parameters([records.SearchRecordsParam.CRITERIA, `(Email:equals:${email})`]),
      ),
    ),
  coql() {
    const query = `select Last_Name, Company, Created_Time from Leads where Email = '${email}'`;
    return answerOf(
      new sdk.Coql.CoqlOperations().getRecords(bodyOf(new sdk.Coql.BodyWrapper(), query, "setSelectQuery")),
    );
  },
  async attach() {
    const body = bodyOf(new Attachments.FileBodyWrapper(), file(pictureFile), "setFile");
    const answer = await answerOf(attachments.uploadAttachments(ids.lead, "Leads", body));
    ids.attachment = idOf(answer.getData()[0]);
    return answer;
  },
  async attachments() {
    const fields = await parameters([Attachments.GetAttachmentsParam.FIELDS, "id,File_Name,Size,Parent_Id"]);
    return answerOf(attachments.getAttachments(ids.lead, "Leads", fields));
  },
  download: () => answerOf(attachments.getAttachment(ids.attachment, ids.lead, "Leads")),
  detach: () => answerOf(attachments.deleteAttachment(ids.attachment, ids.lead, "Leads")),
  setPhoto: () =>
    answerOf(
      of("Leads").uploadPhoto(ids.lead, bodyOf(new records.FileBodyWrapper(), file(pictureFile), "setFile")),
    ),
  photo: () => answerOf(of("Leads").getPhoto(ids.lead)),
  async note() {
    const parent = new Notes.ParentId();
    parent.setId(ids.lead);
    const module = new sdk.Modules.MinifiedModule();
    module.setAPIName("Leads");
    parent.setModule(module);
    const note = noteOf("Called", "Wants an offer.");
    note.setParentId(parent);
    const answer = await answerOf(notes.createNotes(bodyOf(new Notes.BodyWrapper(), [note])));
    ids.note = idOf(answer.getData()[0]);
    return answer;
  },
  changeNote: () =>
    answerOf(notes.updateNote(ids.note, bodyOf(new Notes.BodyWrapper(), [noteOf("", "Sent.")]))),
  async readNote() {
    const fields = await parameters([Notes.GetNoteParam.FIELDS, "id,Note_Title,Note_Content"]);
    return answerOf(notes.getNote(ids.note, fields));
  },
  async relatedNotes() {
    const { RelatedRecordsOperations, GetRelatedRecordsParam } = sdk.RelatedRecords;
    const fields = await parameters([GetRelatedRecordsParam.FIELDS, "id,Note_Title"]);
    return answerOf(new RelatedRecordsOperations("Notes", "Leads").getRelatedRecords(ids.lead, fields));
  },
  deleteNote: () => answerOf(notes.deleteNote(ids.note)),
  async createTag() {
    const module = await parameters([Tags.CreateTagsParam.MODULE, "Leads"]);
    const body = bodyOf(new Tags.BodyWrapper(), [tagOf(Tags.Tag)], "setTags");
    const answer = await answerOf(tags.createTags(body, module));
    ids.tag = idOf(answer.getTags()[0]);
    return answer;
  },
  tags: metadata(tags, "getTags", Tags.GetTagsParam),
  addTag() {
    const body = bodyOf(new Tags.NewTagRequestWrapper(), [tagOf(Tags.Tag)], "setTags");
    return answerOf(tags.addTags("Leads", ids.lead, body));
  },
  async countTag() {
    const module = await parameters([Tags.GetRecordCountForTagParam.MODULE, "Leads"]);
    return answerOf(tags.getRecordCountForTag(ids.tag, module));
  },
  removeTag() {
    const body = bodyOf(new Tags.ExistingTagRequestWrapper(), [tagOf(Tags.ExistingTag)], "setTags");
    return answerOf(tags.removeTags("Leads", ids.lead, body));
  },
  deleteTag: () => answerOf(tags.deleteTag(ids.tag)),
  users: async () =>
    answerOf(
      new sdk.Users.UsersOperations().getUsers(
        await parameters([sdk.Users.GetUsersParam.TYPE, new Choice("ActiveUsers")]),
      ),
    ),
  organization: () => answerOf(new sdk.Org.OrgOperations().getOrganization()),
  modules: metadata(new sdk.Modules.ModulesOperations(), "getModules"),
  fields: metadata(new sdk.Fields.FieldsOperations(), "getFields", sdk.Fields.GetFieldsParam),
  layouts: metadata(new sdk.Layouts.LayoutsOperations(), "getLayouts", sdk.Layouts.GetLayoutsParam),
  relatedLists: metadata(
    new sdk.RelatedLists.RelatedListsOperations(),
    "getRelatedLists",
    sdk.RelatedLists.GetRelatedListsParam,
  ),
  customViews: metadata(
    new sdk.CustomViews.CustomViewsOperations(),
    "getCustomViews",
    sdk.CustomViews.GetCustomViewsParam,
  ),
  roles: metadata(new sdk.Roles.RolesOperations(), "getRoles"),
  profiles: metadata(new sdk.Profiles.ProfilesOperations(), "getProfiles"),
  async uploadFile() {
    const body = bodyOf(new sdk.Files.BodyWrapper(), [file(pictureFile)], "setFile");
    const answer = await answerOf(files.uploadFiles(body));
    ids.file = answer.getData()[0].getDetails().get("id");
    return answer;
  },
  file: async () => answerOf(files.getFile(await parameters([sdk.Files.GetFileParam.ID, ids.file]))),
  watch() {
    const watched = new Notifications.Notification();
    watched.setChannelId(channel);
    watched.setEvents(["Leads.create", "Leads.edit"]);
    watched.setChannelExpiry(new Date(Date.now() + 3_600_000));
    watched.setToken("secret");
    watched.setNotifyUrl("https://hooks.example.com/zoho");
    return answerOf(
      notifications.enableNotifications(bodyOf(new Notifications.BodyWrapper(), [watched], "setWatch")),
    );
  },
  watched: async () =>
    answerOf(
      notifications.getNotifications(
        await parameters([Notifications.GetNotificationsParam.CHANNEL_ID, channel]),
      ),
    ),
  unwatch: async () =>
    answerOf(
      notifications.deleteNotification(
        await parameters([Notifications.DeleteNotificationParam.CHANNEL_IDS, channel]),
      ),
    ),
  async convert() {
    const converter = new sdk.ConvertLead.LeadConverter();
    converter.setOverwrite(true);
    converter.setNotifyLeadOwner(false);
    const deal = { Deal_Name: "Deal", Stage: new Choice("Qualification"), Pipeline: new Choice("Sales") };
    await converter.setDeals(record({ ...deal, Closing_Date: new Date("2027-01-01") }));
    const body = bodyOf(new sdk.ConvertLead.BodyWrapper(), [converter]);
    return answerOf(new sdk.ConvertLead.ConvertLeadOperations(ids.lead).convertLead(body));
  },
  async bulkRead() {
    const query = new BulkRead.Query();
    await query.setModule(moduleOf("Contacts"));
    query.setFields(["Last_Name", "Email"]);
    const body = new BulkRead.BodyWrapper();
    await body.setQuery(query);
    const answer = await answerOf(bulkReads.createBulkReadJob(body));
    ids.read = idOf(answer.getData()[0]);
    return answer;
  },
  bulkReadJob: () =>
    ended(async () => (await answerOf(bulkReads.getBulkReadJobDetails(ids.read))).getData()[0], "getState"),
  bulkReadResult: () => answerOf(bulkReads.downloadResult(ids.read)),
  async bulkUpload() {
    const { FEATURE, X_CRM_ORG } = BulkWrite.UploadFileHeader;
    const organization = await answerOf(new sdk.Org.OrgOperations().getOrganization());
    const headers = new HeaderMap();
    await headers.add(FEATURE, "bulk-write");
    await headers.add(X_CRM_ORG, organization.getOrg()[0].getZgid());
    const body = bodyOf(new BulkWrite.FileBodyWrapper(), file(await archiveFile()), "setFile");
    const answer = await answerOf(bulkWrites.uploadFile(body, headers));
    ids.upload = answer.getDetails().get("file_id");
    return answer;
  },
  async bulkWrite() {
    const resource = new BulkWrite.Resource();
    resource.setType(new Choice("data"));
    await resource.setModule(moduleOf("Leads"));
    resource.setFileId(String(ids.upload));
    resource.setFileNames(["leads.csv"]);
    const body = new BulkWrite.RequestWrapper();
    body.setOperation(new Choice("insert"));
    body.setResource([resource]);
    const answer = await answerOf(bulkWrites.createBulkWriteJob(body));
    ids.write = String(idOf(answer));
    return answer;
  },
  async bulkWriteJob() {
    const job = await ended(() => answerOf(bulkWrites.getBulkWriteJobDetails(ids.write)), "getStatus");
    ids.result = job.getResult().getDownloadUrl();
    return job;
  },
  bulkWriteResult: async () => answerOf(bulkWrites.downloadBulkWriteResult(ids.result.slice(1))),
  delete: () => answerOf(of("Leads").deleteRecord(ids.other)),
  deleted: async () =>
    answerOf(of("Leads").getDeletedRecords(await parameters([records.GetDeletedRecordsParam.TYPE, "all"]))),
  ...(name.endsWith("8.0") ? flows(sdk, tools(sdk, name)) : {}),
});
