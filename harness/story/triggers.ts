import assert from "node:assert/strict";
import type { Connection } from "@prismatic-io/spectral";
import { type Flow, Instance } from "../platform";
import type { Runner } from "../runner";
import { serveWebhooks } from "../webhookServer";
import { refresh } from "./connect";
import type { Teller } from "./teller";
import { at, textAt } from "./values";

const WEEK_SECONDS = 8 * 24 * 3600;

/**
 * Changes that others make, as they arrive by a schedule, by notifications and by webhooks, and a channel
 * that ends and is mended.
 */
export async function tellTriggers(
  teller: Teller,
  runner: Runner,
  connection: Connection,
  sandboxUrl: string,
): Promise<void> {
  const control = async (path: string, body: object): Promise<unknown> => {
    const headers = { "content-type": "application/json" };
    return (
      await fetch(`${sandboxUrl}/__sandbox/${path}`, { method: "POST", headers, body: JSON.stringify(body) })
    ).json();
  };
  const writeAsOther = async (lead: object): Promise<string> =>
    textAt(await control("records/Leads", { data: [lead] }), "data.0.details.id");
  const instance = new Instance({
    runner,
    flows: {
      Scheduled: {
        trigger: "crmRecordChanges",
        inputs: { connection, recordType: "Leads", selectedFields: ["Last_Name", "Company"] },
      },
      Notified: {
        trigger: "crmNotifications",
        inputs: { connection, events: ["Leads.all"], selectedFields: ["Last_Name", "Company"] },
      },
      Raw: { trigger: "notificationsTrigger", inputs: { connection, events: ["Leads.edit"] } },
      Called: {
        trigger: "booksNotifications",
        inputs: { connection, recordType: "contacts", showDeletedRecords: true },
      },
    },
  });
  const [scheduled, notified] = [instance.flow("Scheduled"), instance.flow("Notified")];
  const [raw, called] = [instance.flow("Raw"), instance.flow("Called")];
  let told = { scheduled: 0, notified: 0 };
  let leadId = "";

  /** What a flow received since it was last asked, as `created Burns`. */
  const news = (flow: Flow, which: keyof typeof told): string[] => {
    const fresh = flow.items.slice(told[which]);
    told = { ...told, [which]: flow.items.length };
    return fresh.map(
      (item) => `${textAt(item, "change")} ${textAt(item, "record.Last_Name") || textAt(item, "id")}`,
    );
  };

  const server = await serveWebhooks(instance);
  try {
    teller.chapter("Triggers");

    await teller.step("Deploy a schedule, two channels and webhooks", async () => {
      // Some time after all that was written above.
      await control("clock", { advanceSeconds: 60 });
      await instance.deploy();
      await scheduled.schedule();
      assert.equal(scheduled.items.length, 0);
      return "the first poll only learns where things stand";
    });

    await teller.step("Poll when nothing happened", async () => {
      await scheduled.schedule();
      assert.deepEqual(news(scheduled, "scheduled"), []);
      return "nothing";
    });

    await teller.step("Somebody else adds and renames a lead", async () => {
      leadId = await writeAsOther({ Last_Name: "Boyle", Company: "Others Ltd" });
      await until(() => notified.items.length > 0);
      await writeAsOther({ id: leadId, Last_Name: "Boyle-Burns" });
      await until(() => notified.items.length > 1);
      const calls = news(notified, "notified");
      assert.deepEqual(calls, ["created Boyle", "updated Boyle-Burns"]);
      return `notified at once: ${calls.join(", ")}`;
    });

    await teller.step("Another flow gets the call itself", async () => {
      await until(() => raw.items.length > 0);
      const call = raw.items[0];
      assert.deepEqual([at(call, "operation"), at(call, "ids")], ["update", [leadId]]);
      return `${textAt(call, "operation")} of ${textAt(call, "module")}, ids alone`;
    });

    await teller.step("Poll for the same", async () => {
      await scheduled.schedule();
      const found = news(scheduled, "scheduled");
      assert.deepEqual(found, ["created Boyle-Burns"]);
      return found.join(", ");
    });

    await teller.step("Let the channel end, and miss a change", async () => {
      await control("clock", { advanceSeconds: WEEK_SECONDS });
      await refresh(connection);
      await writeAsOther({ id: leadId, Company: "Renamed Ltd" });
      assert.deepEqual(news(notified, "notified"), []);
      return "no call came";
    });

    await teller.step("The schedule of the flow mends the channel", async () => {
      await notified.schedule();
      const caught = news(notified, "notified");
      assert.deepEqual(caught, ["updated Boyle-Burns"]);
      return `a new channel, and what was missed: ${caught.join()}`;
    });

    await teller.step("The next change is notified again", async () => {
      await control("records/Leads", { data: [{ id: leadId, $delete: true }] });
      await until(() => notified.items.length > told.notified);
      const item = notified.items.at(-1);
      assert.deepEqual([at(item, "change"), at(item, "id")], ["deleted", leadId]);
      return "deleted";
    });

    await teller.step("Somebody adds and deletes a customer of Books", async () => {
      const added = await control("books/contacts", { data: [{ contact_name: "Passing Ltd" }] });
      await until(() => called.items.length > 0);
      await control("books/contacts", { data: [{ contact_id: textAt(added, "data.0.id"), $delete: true }] });
      await until(() => called.items.length > 1);
      const changes = called.items.map((item) => textAt(item, "change"));
      assert.deepEqual(changes, ["created", "deleted"]);
      return `called at once by workflow rules: ${changes.join(", ")}`;
    });

    await instance.delete();
  } finally {
    await server.close();
  }
}

/** Waits for a call to come, for five seconds at most. */
async function until(hasHappened: () => boolean): Promise<void> {
  const end = Date.now() + 5000;
  while (!hasHappened()) {
    assert.ok(Date.now() < end, "No call came within five seconds.");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
