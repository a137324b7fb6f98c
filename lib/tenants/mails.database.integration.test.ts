import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { makeTestDatabase, type TestDatabase } from "../db/test-database.ts";
import type { OutboxSearch } from "../domain/outbox-search.ts";
import { queueMail } from "../mail/queue-mail.ts";
import { openMail } from "./open-mail.ts";
import { retryMail } from "./retry-mail.ts";
import { searchMails } from "./search-mails.ts";
import { findTestMail, sendTestMail } from "./send-test-mail.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await makeTestDatabase();
});
afterAll(() => database.drop());
beforeEach(() => database.db.mail.deleteMany());

const actor = { name: "admin:ada@example.com", origin: "portal" };
const everything: OutboxSearch = { text: "", status: null, page: 0, pageSize: 10 };
const queue = (to: string, subject = "Hello") =>
  queueMail(database.db, to, "greeting", { subject, paragraphs: ["https://example.com/secret"] });
const only = () => database.db.mail.findFirstOrThrow();

test("the outbox is found by address, subject and status, without what the mails say", async () => {
  await queue("ada@example.com", "100% yours");
  await queue("bob@example.com", "Hello Bob");
  await database.db.mail.updateMany({ where: { recipient: "bob@example.com" }, data: { status: "failed" } });
  const found = async (change: Partial<OutboxSearch>) =>
    (await searchMails(database.db, { ...everything, ...change })).mails.map(({ recipient }) => recipient);
  expect(await found({ text: "0%" })).toEqual(["ada@example.com"]);
  expect(await found({ text: "BOB@" })).toEqual(["bob@example.com"]);
  expect(await found({ status: "failed" })).toEqual(["bob@example.com"]);
  expect(JSON.stringify(await searchMails(database.db, everything))).not.toContain("secret");
});

test("whoever reads a mail is in the audit trail, and what they read is not", async () => {
  await queue("bob@example.com");
  const { id } = await only();
  expect((await openMail(database.db, id, actor)).text).toContain("https://example.com/secret");
  const { seq: _seq, ...event } = await database.db.auditEvent.findFirstOrThrow({ orderBy: { seq: "desc" } });
  expect(event).toMatchObject({ actor: actor.name, action: "mail.opened", details: { recipient: "bob@example.com" } });
  expect(JSON.stringify(event)).not.toContain("secret");
});

test("a mail that was given up is sent again, any other is not", async () => {
  await queue("bob@example.com");
  const { id } = await only();
  await expect(retryMail(database.db, id, actor)).rejects.toMatchObject({ code: "mail_not_failed" });
  await database.db.mail.update({ where: { id }, data: { status: "failed", attempts: 9 } });
  await retryMail(database.db, id, actor);
  expect(await only()).toMatchObject({ status: "queued", attempts: 0 });
  await database.db.mail.deleteMany();
  await expect(retryMail(database.db, id, actor)).rejects.toMatchObject({ code: "mail_unknown" });
});

test("a test mail goes through the outbox, and what became of it is found", async () => {
  expect(await findTestMail(database.db, "ada@example.com")).toBeNull();
  await sendTestMail(database.db, "ada@example.com", "http://localhost:8080");
  expect(await findTestMail(database.db, "ada@example.com")).toMatchObject({ status: "queued", attempts: 0 });
  expect(await findTestMail(database.db, "bob@example.com")).toBeNull();
});
