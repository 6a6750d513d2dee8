import { json } from "../testing";
import { BooksClient } from "./testing/client";

describe("a call to Books", () => {
  let books: BooksClient;
  beforeAll(async () => {
    books = await BooksClient.start();
  });
  afterAll(() => books.close());

  async function answer(path: string, init?: RequestInit) {
    const response = await books.fetch(path, init);
    return { status: response.status, body: await response.json() };
  }

  it("answers in Books' envelope", async () => {
    const { status, body } = await books.call("books.items.list");
    expect(status).toBe(200);
    expect(body).toMatchObject({
      code: 0,
      message: "success",
      items: expect.any(Array),
      page_context: { page: 1 },
    });
  });

  it("needs an organisation of the user's: 6041", async () => {
    expect(await answer("contacts?organization_id=1")).toEqual({
      status: 400,
      body: { code: 6041, message: "This user is not associated with the CompanyID/CompanyName:1." },
    });
    expect(await answer("contacts?organization_id=")).toMatchObject({ status: 400, body: { code: 6041 } });
  });

  it("takes the organisation from the header of older clients too", async () => {
    const headers = {
      ...books.server.authorization(["ZohoBooks.fullaccess.all"]),
      "X-com-zoho-books-organizationid": books.organizationId,
    };
    const response = await fetch(`${books.server.url}/books/v3/contacts`, { headers });
    expect(response.status).toBe(200);
  });

  it("tells the user's organisations without being given one", async () => {
    const headers = books.server.authorization(["ZohoBooks.settings.READ"]);
    const response = await fetch(`${books.server.url}/books/v3/organizations`, { headers });
    expect(await response.json()).toMatchObject({
      code: 0,
      organizations: [{ organization_id: books.organizationId, is_default_org: true, price_precision: 2 }],
    });
  });

  it("refuses a call without a token with 14, and a dead one or a missing scope with 57", async () => {
    const none = await answer("contacts", { headers: { Authorization: "" } });
    expect(none).toMatchObject({ status: 401, body: { code: 14 } });
    const dead = await answer("contacts", { headers: { Authorization: "Zoho-oauthtoken 1000.dead" } });
    expect(dead).toMatchObject({ status: 401, body: { code: 57 } });
    const narrow = books.server.authorization(["ZohoBooks.contacts.READ"]);
    expect(await answer("contacts", { headers: narrow })).toMatchObject({ status: 200 });
    expect(await answer("invoices", { headers: narrow })).toMatchObject({ status: 401, body: { code: 57 } });
    const post = json("POST", { contact_name: "Scope" }, narrow);
    expect(await answer("contacts", post)).toMatchObject({ status: 401, body: { code: 57 } });
  });

  it("knows which scope an area and a verb need", async () => {
    const debitNotes = books.server.authorization(["ZohoBooks.debitnotes.READ"]);
    expect(await answer("vendorcredits", { headers: debitNotes })).toMatchObject({ status: 200 });
    const all = books.server.authorization(["ZohoBooks.invoices.ALL"]);
    expect(await answer("recurringinvoices", { headers: all })).toMatchObject({ status: 200 });
    expect(await answer("items", { headers: all })).toMatchObject({ status: 401, body: { code: 57 } });
  });

  it("refuses an unknown path with 5, and another verb of a known one with 405", async () => {
    expect(await answer("nothing")).toMatchObject({ status: 404, body: { code: 5 } });
    expect(await answer("contacts/1/2/3")).toMatchObject({ status: 404, body: { code: 5 } });
    expect(await answer("journals", { method: "PUT" })).toMatchObject({ status: 405 });
  });

  it("answers an unknown id with 404 and 1002, in the type's own words", async () => {
    expect(await answer("invoices/1")).toEqual({
      status: 404,
      body: { code: 1002, message: "Invoice does not exist." },
    });
    expect(await answer("contacts/1")).toEqual({
      status: 404,
      body: { code: 1002, message: "Contact does not exist." },
    });
  });

  it("takes a body as JSON, as a form with JSONString, and as multipart with JSONString", async () => {
    const inJson = await answer("contacts", json("POST", { contact_name: "As JSON" }));
    const form = new URLSearchParams({ JSONString: JSON.stringify({ contact_name: "As form" }) });
    const inForm = await answer("contacts", { method: "POST", body: form });
    const multipart = new FormData();
    multipart.set("JSONString", JSON.stringify({ contact_name: "As multipart" }));
    const inMultipart = await answer("contacts", { method: "POST", body: multipart });
    const names = [inJson, inForm, inMultipart].map(({ body }) => Object(body).contact.contact_name);
    expect(names).toEqual(["As JSON", "As form", "As multipart"]);
  });

  it("refuses a body that is not JSON with 1038", async () => {
    const broken = { method: "POST", body: "{", headers: { "Content-Type": "application/json" } };
    expect(await answer("contacts", broken)).toMatchObject({ status: 400, body: { code: 1038 } });
  });
});
