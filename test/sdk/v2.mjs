// The SDK of v2: each class is a file of its own, and the module is an argument of the calls.
import { createRequire } from "node:module";
import path from "node:path";
import { credentials, folder, pictureFile, resources, run, url } from "./program.mjs";

const load = createRequire(import.meta.url);
const classes = (file) => load(`@zohocrm/nodejs-sdk-2.0/${file}`);

/** A class of the API: `record/body_wrapper` and so on. */
const api = (file) => classes(`core/com/zoho/crm/api/${file}`).MasterModel;
const parametersOf = (file) => classes(`core/com/zoho/crm/api/${file}`);

const { Choice } = classes("utils/util/choice");
const { Levels } = classes("routes/logger/logger");
const { ParameterMap } = classes("routes/parameter_map");
const { StreamWrapper } = classes("utils/util/stream_wrapper");
const { TokenStore } = classes("models/authenticator/store/token_store");

class MemoryStore extends TokenStore {
  #token = null;
  async getToken() {
    return this.#token;
  }
  async saveToken(_user, token) {
    this.#token = token;
  }
}

const { clientId, clientSecret, refreshToken } = await credentials();
const { OAuthBuilder } = classes("models/authenticator/oauth_builder");
const { Environment } = classes("routes/dc/environment");
const { SDKConfigBuilder } = classes("routes/sdk_config_builder");
const { UserSignature } = classes("routes/user_signature");
const { LogBuilder } = classes("routes/logger/log_builder");
const { InitializeBuilder } = classes("routes/initialize_builder");
const builder = await new InitializeBuilder();
await builder
  .user(new UserSignature("sdk@example.com"))
  .environment(new Environment(url, `${url}/oauth/v2/token`, url, "sandbox"))
  .token(new OAuthBuilder().clientId(clientId).clientSecret(clientSecret).refreshToken(refreshToken).build())
  .store(new MemoryStore())
  .SDKConfig(new SDKConfigBuilder().autoRefreshFields(false).pickListValidation(true).build())
  .logger(new LogBuilder().level(Levels.OFF).filePath(path.join(folder, "v2.log")).build())
  .resourcePath(resources())
  .initialize();

const answerOf = async (call) => (await call)?.getObject() ?? null;
const idOf = (result) => BigInt(result.getDetails().get("id"));

async function parameters(...pairs) {
  const map = new ParameterMap();
  for (const [parameter, value] of pairs) await map.add(parameter, value);
  return map;
}

function made(file, values) {
  const model = new (api(file))();
  for (const [name, value] of Object.entries(values)) model[`set${name}`](value);
  return model;
}

function record(values, id) {
  const model = made("record/record", id === undefined ? {} : { Id: id });
  for (const [name, value] of Object.entries(values)) model.addKeyValue(name, value);
  return model;
}

const recordParameters = parametersOf("record/record_operations");
const noteParameters = parametersOf("notes/notes_operations");
const tagParameters = parametersOf("tags/tags_operations");
const channelParameters = parametersOf("notification/notification_operations");

const records = new (api("record/record_operations"))();
const recordsBody = (...items) => made("record/body_wrapper", { Data: items });
const file = (name) => new StreamWrapper(null, null, name);
const attachments = (id) => new (api("attachments/attachments_operations"))("Leads", id);
const notes = new (api("notes/notes_operations"))();
const notesBody = (note) => made("notes/body_wrapper", { Data: [note] });
const tags = new (api("tags/tags_operations"))();
const files = new (api("file/file_operations"))();
const notifications = new (api("notification/notification_operations"))();
const email = "sdk@example.com";
const channel = 1000000068001n;
const ids = {};

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
    const answer = await answerOf(records.createRecords("Leads", body));
    [ids.lead, ids.other] = answer.getData().map(idOf);
    return answer;
  },
  read: () => answerOf(records.getRecord(ids.lead, "Leads")),
  async list() {
    const { FIELDS, PER_PAGE } = recordParameters.GetRecordsParam;
    const wanted = await parameters([FIELDS, "Last_Name,Created_Time,Owner"], [PER_PAGE, 2]);
    return answerOf(records.getRecords("Leads", wanted));
  },
  update: () =>
    answerOf(records.updateRecord(ids.lead, "Leads", recordsBody(record({ Company: "Changed" })))),
  updateMany() {
    const body = recordsBody(record({ Company: "One" }, ids.lead), record({ Company: "Two" }, ids.other));
    return answerOf(records.updateRecords("Leads", body));
  },
  upsert() {
    const body = recordsBody(record({ Last_Name: "Burns", Company: "Again", Email: email }));
    body.setDuplicateCheckFields(["Email"]);
    return answerOf(records.upsertRecords("Leads", body));
  },
  refused: () => answerOf(records.createRecords("Leads", recordsBody(record({ Company: "No name" })))),
  missing: () => answerOf(records.getRecord(111111000000000001n, "Leads")),
  async search() {
    const { CRITERIA } = recordParameters.SearchRecordsParam;
    return answerOf(records.searchRecords("Leads", await parameters([CRITERIA, `(Email:equals:${email})`])));
  },
  coql() {
    const query = `select Last_Name, Company, Created_Time from Leads where Email = '${email}'`;
    return answerOf(
      new (api("query/query_operations"))().getRecords(made("query/body_wrapper", { SelectQuery: query })),
    );
  },
  async attach() {
    const body = made("attachments/file_body_wrapper", { File: file(pictureFile) });
    const answer = await answerOf(attachments(ids.lead).uploadAttachment(body));
    ids.attachment = idOf(answer.getData()[0]);
    return answer;
  },
  attachments: async () => answerOf(attachments(ids.lead).getAttachments(await parameters())),
  download: () => answerOf(attachments(ids.lead).downloadAttachment(ids.attachment)),
  detach: () => answerOf(attachments(ids.lead).deleteAttachment(ids.attachment)),
  setPhoto: () =>
    answerOf(
      records.uploadPhoto(ids.lead, "Leads", made("record/file_body_wrapper", { File: file(pictureFile) })),
    ),
  photo: () => answerOf(records.getPhoto(ids.lead, "Leads")),
  async note() {
    const ParentId = record({}, ids.lead);
    const note = made("notes/note", {
      NoteTitle: "Called",
      NoteContent: "Wants an offer.",
      ParentId,
      SeModule: "Leads",
    });
    const answer = await answerOf(notes.createNotes(notesBody(note)));
    ids.note = idOf(answer.getData()[0]);
    return answer;
  },
  changeNote: () =>
    answerOf(notes.updateNote(ids.note, notesBody(made("notes/note", { NoteContent: "Sent." })))),
  async readNote() {
    const fields = await parameters([noteParameters.GetNoteParam.FIELDS, "id,Note_Title,Note_Content"]);
    return answerOf(notes.getNote(ids.note, fields));
  },
  async relatedNotes() {
    const related = new (api("related_records/related_records_operations"))("Notes", "Leads");
    return answerOf(related.getRelatedRecords(ids.lead, await parameters()));
  },
  deleteNote: () => answerOf(notes.deleteNote(ids.note)),
  async createTag() {
    const module = await parameters([tagParameters.CreateTagsParam.MODULE, "Leads"]);
    const body = made("tags/body_wrapper", { Tags: [made("tags/tag", { Name: "sdk" })] });
    const answer = await answerOf(tags.createTags(body, module));
    ids.tag = idOf(answer.getTags()[0]);
    return answer;
  },
  tags: async () => answerOf(tags.getTags(await parameters([tagParameters.GetTagsParam.MODULE, "Leads"]))),
  async addTag() {
    const names = await parameters([tagParameters.AddTagsToRecordParam.TAG_NAMES, "sdk"]);
    return answerOf(tags.addTagsToRecord(ids.lead, "Leads", names));
  },
  async countTag() {
    const module = await parameters([tagParameters.GetRecordCountForTagParam.MODULE, "Leads"]);
    return answerOf(tags.getRecordCountForTag(ids.tag, module));
  },
  async removeTag() {
    const names = await parameters([tagParameters.RemoveTagsFromRecordParam.TAG_NAMES, "sdk"]);
    return answerOf(tags.removeTagsFromRecord(ids.lead, "Leads", names));
  },
  deleteTag: () => answerOf(tags.deleteTag(ids.tag)),
  async users() {
    const { TYPE } = parametersOf("users/users_operations").GetUsersParam;
    return answerOf(new (api("users/users_operations"))().getUsers(await parameters([TYPE, "ActiveUsers"])));
  },
  organization: () => answerOf(new (api("org/org_operations"))().getOrganization()),
  modules: () => answerOf(new (api("modules/modules_operations"))().getModules()),
  fields: async () => answerOf(new (api("fields/fields_operations"))("Leads").getFields(await parameters())),
  layouts: () => answerOf(new (api("layouts/layouts_operations"))("Leads").getLayouts()),
  relatedLists: () =>
    answerOf(new (api("related_lists/related_lists_operations"))("Leads").getRelatedLists()),
  customViews: async () =>
    answerOf(new (api("custom_views/custom_views_operations"))("Leads").getCustomViews(await parameters())),
  roles: () => answerOf(new (api("roles/roles_operations"))().getRoles()),
  profiles: () => answerOf(new (api("profiles/profiles_operations"))(null).getProfiles()),
  async uploadFile() {
    const body = made("file/body_wrapper", { File: [file(pictureFile)] });
    const answer = await answerOf(files.uploadFiles(body, await parameters()));
    ids.file = answer.getData()[0].getDetails().get("id");
    return answer;
  },
  async file() {
    const { ID } = parametersOf("file/file_operations").GetFileParam;
    return answerOf(files.getFile(await parameters([ID, ids.file])));
  },
  watch() {
    const watched = made("notification/notification", {
      ChannelId: channel,
      Events: ["Leads.create", "Leads.edit"],
      ChannelExpiry: new Date(Date.now() + 3_600_000),
      Token: "secret",
      NotifyUrl: "https://hooks.example.com/zoho",
    });
    return answerOf(
      notifications.enableNotifications(made("notification/body_wrapper", { Watch: [watched] })),
    );
  },
  async watched() {
    const { CHANNEL_ID } = channelParameters.GetNotificationDetailsParam;
    return answerOf(notifications.getNotificationDetails(await parameters([CHANNEL_ID, channel])));
  },
  async unwatch() {
    const { CHANNEL_IDS } = channelParameters.DisableNotificationsParam;
    return answerOf(notifications.disableNotifications(await parameters([CHANNEL_IDS, channel])));
  },
  convert() {
    const deal = { Deal_Name: "Deal", Stage: new Choice("Qualification"), Pipeline: new Choice("Sales") };
    const converter = made("record/lead_converter", {
      Overwrite: true,
      NotifyLeadOwner: false,
      Deals: record({ ...deal, Closing_Date: new Date("2027-01-01") }),
    });
    return answerOf(
      records.convertLead(ids.lead, made("record/convert_body_wrapper", { Data: [converter] })),
    );
  },
  delete: async () => answerOf(records.deleteRecord(ids.other, "Leads", await parameters())),
  async deleted() {
    const { TYPE } = recordParameters.GetDeletedRecordsParam;
    return answerOf(records.getDeletedRecords("Leads", await parameters([TYPE, "all"])));
  },
});
