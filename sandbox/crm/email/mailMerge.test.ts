import { fullScopes, otherScopes } from "../../accounts/client";
import { json } from "../../testing";
import { at, error, refusedBy, startTestCrm, type TestCrm } from "../testing";
import { mergeTemplates } from "./mailMerge";

describe("mail merge", () => {
  let crm: TestCrm;
  let path: string;
  beforeAll(async () => {
    crm = await startTestCrm();
  });
  afterAll(() => crm.close());
  beforeEach(async () => {
    await crm.control("POST", "reset", { seed: 1 });
    path = `/Leads/${await crm.add("Leads", { Last_Name: "Burns", Company: "ABC" })}/actions`;
  });

  const allScopes = [...fullScopes, ...otherScopes];
  const [offer] = mergeTemplates;
  const named = { mail_merge_template: { name: offer.name } };
  const post = (call: string, body: unknown, scopes = allScopes) =>
    fetch(`${crm.url}/crm/v8${path}/${call}`, json("POST", body, crm.authorization(scopes)));
  const merge = async (call: string, values: object) => {
    const response = await post(call, { [call]: [values] });
    return { status: response.status, body: await response.json() };
  };
  const signed = { ...named, file_name: "Contract" };
  const signer = {
    recipient_name: "Ada",
    action_type: "sign",
    recipient: { type: "email", value: "a@b.example" },
  };

  it("crm.mailMerge.send begins, by the name of a template or by its ID", async () => {
    const addresses = [{ type: "email", value: "ada@example.com" }];
    const begun = {
      code: "SUCCESS",
      details: {
        report_link: expect.stringMatching(/^https:\/\/writer\.zoho\.com\/writer\/v1\/mailmerge\/job\/\w+$/),
      },
      message: "send mail merge action initiated successfully",
      status: "success",
    };
    const all = {
      ...named,
      from_address: { type: "email", value: "patricia.boyle@zylker.example" },
      to_address: addresses,
      cc_email: [{ type: "merge_field", value: `\${!Leads.Email}` }],
      bcc_email: addresses,
      subject: "Offer",
      message: "Hello",
      type: "attachment",
      attachment_name: "Offer",
    };
    for (const values of [all, { mail_merge_template: { id: offer.id } }])
      expect(await merge("send_mail_merge", values)).toEqual({
        status: 200,
        body: { send_mail_merge: [begun] },
      });
  });

  it("crm.mailMerge.sign begins, and says under which ID it is signed", async () => {
    const { status, body } = await merge("sign_mail_merge", {
      ...signed,
      sign_in_order: true,
      signers: [signer],
    });
    expect([status, body]).toMatchObject([
      200,
      {
        sign_mail_merge: [{ code: "SUCCESS", details: { sign_resource_id: expect.stringMatching(/^\d+$/) } }],
      },
    ]);
  });

  it.each([
    [{}, "application/pdf", "download.pdf"],
    [{ output_format: "html", file_name: "Offer 1" }, "text/html;charset=UTF-8", "Offer%201.html"],
  ])("crm.mailMerge.download gives a file with its name: %p", async (more, contentType, name) => {
    const response = await post("download_mail_merge", { download_mail_merge: [{ ...named, ...more }] });
    expect([response.status, response.headers.get("content-type")]).toEqual([200, contentType]);
    expect(response.headers.get("content-disposition")).toContain(name);
    expect(await response.text()).toContain(offer.name);
  });

  it("takes five credits for a document, and one for a refusal", async () => {
    for (const [values, credits] of [
      [named, 5],
      [{}, 1],
    ] as const) {
      await crm.control("DELETE", "ledger");
      await post("download_mail_merge", { download_mail_merge: [values] });
      expect(await crm.control("GET", "ledger")).toMatchObject({ requests: 1, credits });
    }
  });

  const missing = (key: string, name: string) => [
    error("MANDATORY_NOT_FOUND", "Required field is missing", at(key, name)),
  ];
  const noType = (key: string, name: string, expected_data_type: string) => [
    error("INVALID_DATA", "Invalid data type", { expected_data_type, ...at(key, name) }),
  ];
  const tooLong = (key: string, name: string, maximum_length: number) => [
    error("INVALID_DATA", "Invalid data", { maximum_length, ...at(key, name) }),
  ];
  const invalid = (key: string, api_name: string, place: string, more: object = {}) => [
    error("INVALID_DATA", "invalid data", { ...more, api_name, json_path: `$.${key}[0].${place}` }),
  ];
  const [send, sign, download] = ["send_mail_merge", "sign_mail_merge", "download_mail_merge"] as const;
  it.each<[string, object, object[]]>([
    [send, {}, missing(send, "mail_merge_template")],
    [sign, named, missing(sign, "file_name")],
    [send, { mail_merge_template: "Offer" }, noType(send, "mail_merge_template", "jsonobject")],
    [send, { ...named, to_address: {} }, noType(send, "to_address", "jsonarray")],
    [sign, { ...signed, sign_in_order: "true" }, noType(sign, "sign_in_order", "boolean")],
    [send, { ...named, subject: "x".repeat(256) }, tooLong(send, "subject", 255)],
    [send, { ...named, message: "x".repeat(100_001) }, tooLong(send, "message", 100_000)],
    [download, { ...named, file_name: "x".repeat(256) }, tooLong(download, "file_name", 255)],
    [
      download,
      { ...named, output_format: "odt" },
      invalid(download, "output_format", "output_format", { supported_values: ["pdf", "html", "docx"] }),
    ],
    [
      download,
      { mail_merge_template: { name: "Nothing" } },
      invalid(download, "name", "mail_merge_template.name"),
    ],
    [send, { mail_merge_template: { id: "1" } }, invalid(send, "id", "mail_merge_template.id")],
    [
      send,
      { ...named, from_address: { type: "email", value: "other@example.com" } },
      invalid(send, "value", "from_address.value"),
    ],
    [send, { ...named, cc_email: [{ value: "ada" }] }, invalid(send, "value", "cc_email[0].value")],
    [
      sign,
      { ...signed, signers: [{ ...signer, recipient: { type: "email", value: "ada" } }] },
      invalid(sign, "value", "signers[0].recipient.value"),
    ],
  ])("refuses of %s %j", async (call, values, errors) => {
    expect(await merge(call, values)).toEqual(refusedBy(call, ...errors));
  });

  it("refuses by itself a template that is not named", async () => {
    const expected_fields = ["name", "id"].map((name) => ({
      api_name: name,
      json_path: `$.${send}[0].mail_merge_template.${name}`,
    }));
    const refused = error("EXPECTED_FIELD_MISSING", "specify atleast one field", { expected_fields });
    expect(await merge(send, { mail_merge_template: {} })).toEqual({ status: 400, body: refused });
  });

  it.each([
    [send, error("REQUIRED_PARAM_MISSING", "mandatory param missing", { param_name: send })],
    [
      download,
      error("EXPECTED_PARAM_MISSING", "One of the expected parameter is missing", {
        param_names: [download],
      }),
    ],
    [
      sign,
      {
        [sign]: [
          error("MANDATORY_NOT_FOUND", "required field not found", {
            api_name: sign,
            json_path: `$.${sign}`,
          }),
        ],
      },
    ],
  ])("refuses a body without its list: %s", async (call, refused) => {
    const response = await post(call, {});
    expect([response.status, await response.json()]).toEqual([400, refused]);
    const empty = await post(call, { [call]: [] });
    expect([empty.status, await empty.json()]).toEqual([400, refused]);
  });

  it("refuses no body, what is no list, an unknown record and an unknown module", async () => {
    const codes = async (call: string, body: unknown) => (await (await post(call, body)).json()) as object;
    expect(await codes(send, undefined)).toMatchObject({ code: "INVALID_DATA", message: "body" });
    expect(await codes(send, { [send]: named })).toEqual({
      [send]: [
        error("INVALID_DATA", "Invalid data type", {
          expected_data_type: "jsonarray",
          api_name: send,
          json_path: `$.${send}`,
        }),
      ],
    });
    path = "/Leads/1/actions";
    expect(await merge(send, named)).toMatchObject({
      status: 400,
      body: { details: { param_name: "record_id" } },
    });
    expect(await merge(download, named)).toMatchObject({ body: { details: { resource_path_index: 1 } } });
    path = "/Nothing/1/actions";
    expect(await merge(send, named)).toMatchObject({ status: 400, body: { code: "INVALID_MODULE" } });
  });

  it.each([
    [send, "ZohoWriter.merge.ALL"],
    [sign, "ZohoSign.documents.ALL"],
    [download, "ZohoWriter.documentEditor.ALL"],
  ])("refuses %s to a token without %s", async (call, scope) => {
    const response = await post(
      call,
      { [call]: [signed] },
      allScopes.filter((each) => each !== scope),
    );
    expect([response.status, await response.json()]).toMatchObject([401, { code: "OAUTH_SCOPE_MISMATCH" }]);
  });
});
