import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Digest, digestOf } from "./digest";

/** Two states of the files of a product, as they differ: the later has a server with the version in it. */
let folders: string[] = [];
const state = (files: Readonly<Record<string, object>>): string => {
  const folder = mkdtempSync(path.join(tmpdir(), "oas-"));
  folders.push(folder);
  for (const [file, document] of Object.entries(files))
    writeFileSync(path.join(folder, file), JSON.stringify(document));
  return folder;
};
afterEach(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
  folders = [];
});

const later = (paths: object, base = "/crm/{version}") => ({
  servers: [{ url: `https://zohoapis.{dc}${base}` }],
  paths,
});
const earlier = (paths: object, more: object = {}) => ({
  servers: [{ url: "https://zohoapis.com" }],
  paths,
  ...more,
});
const named = (operationId: string) => ({ operationId });
const told = ({ calls }: Digest) =>
  calls.map(({ method, base = "", path: place, name }) => `${method} ${base}${place} ${name}`);

it("takes of an earlier state the calls that the later lacks, in whatever spelling that has them", () => {
  const now = state({
    "contact-roles.json": later({ "/contacts/roles/{role}": { get: named("now") } }),
    "bulk-read.json": later({ "/read": { post: named("now") } }, "/crm/bulk/{version}"),
  });
  const then = state({
    "contact_roles.json": earlier({
      "/crm/v8/Contacts/roles/{id}": { get: named("then"), delete: named("then") },
    }),
    "bulk_read.json": earlier({ "/crm/bulk/v8/read": { post: named("then"), get: named("then") } }),
  });
  expect(told(digestOf([now, then]))).toEqual([
    "POST /crm/bulk/{version}/read now",
    "GET /contacts/roles/{role} now",
    "GET /crm/bulk/{version}/read then",
    "DELETE /Contacts/roles/{id} then",
  ]);
});

it("knows a call of another host or base as another, and what is no path of the API as none", () => {
  const now = state({ "drafts.json": later({ "/settings/compose": { get: named("now") } }) });
  const then = state({
    "email_compose.json": earlier({
      "/crm/email/v8/settings/compose": { get: named("then") },
      "/{download_url}": { get: named("file") },
      "/": { get: named("nothing") },
    }),
  });
  const { calls } = digestOf([now, then]);
  expect(calls.map(({ file, base }) => [file, base])).toEqual([
    ["drafts.json", undefined],
    ["email-compose.json", "/crm/email/{version}"],
  ]);
});

it("keeps both files of a state that describe one call", () => {
  const now = state({
    "debit.yml": later({ "/invoices/{debit}": { get: named("debit") } }, "/books/v3"),
    "invoices.yml": later({ "/invoices/{invoice}": { get: named("invoice") } }, "/books/v3"),
  });
  expect(told(digestOf([now]))).toHaveLength(2);
});

it("has the method that Zoho's page has where the file has another", () => {
  const place = "/settings/portals/{portal}/user_type/{userType}/users/{recordId}/actions/change_status";
  const now = state({ "portal-users.json": later({ [place]: { post: named("now") } }) });
  const then = state({ "users.json": earlier({ [`/crm/v8${place}`]: { put: named("then") } }) });
  expect(told(digestOf([now, then]))).toEqual([`PUT ${place} now`]);
});

it("follows references into other files, and what these refer to in themselves", () => {
  const folder = state({
    "common.json": {
      components: {
        schemas: {
          User: { type: "object", properties: { id: { $ref: "#/components/schemas/Id" } } },
          Id: { type: "string", maxLength: 19 },
        },
        parameters: { module: { name: "module", in: "query", required: true, schema: { type: "string" } } },
      },
    },
    "users.json": earlier(
      {
        "/crm/v8/users": {
          post: {
            parameters: [{ $ref: "https://example.com/v8.0/common.json#/components/parameters/module" }],
            requestBody: {
              content: { "application/json": { schema: { $ref: "#/components/schemas/Body" } } },
            },
          },
        },
      },
      {
        components: {
          schemas: {
            Body: {
              type: "object",
              description: "Left out.",
              properties: { user: { $ref: "https://example.com/v8.0/common.json#/components/schemas/User" } },
            },
          },
        },
      },
    ),
  });
  const { calls, schemas } = digestOf([folder]);
  expect(calls[0]?.parameters).toEqual([
    { name: "module", in: "query", required: true, schema: { type: "string" } },
  ]);
  const [user, body] = Object.values(schemas);
  expect(user).toEqual({ type: "object", properties: { id: { type: "string", maxLength: 19 } } });
  expect(body).toEqual({ type: "object", properties: { user: { $ref: "#/schemas/0" } } });
  expect(schemas[calls[0]?.body ?? ""]).toEqual({ $ref: "#/schemas/1" });
});
