import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import pino from "pino";
import { SMTPServer } from "smtp-server";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { makeTestDatabase, type TestDatabase } from "../db/test-database.ts";
import { listMails } from "../mail/list-mails.ts";
import { queueMail } from "../mail/queue-mail.ts";
import { MailDeliverer } from "./deliver-mail.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await makeTestDatabase();
});
afterAll(() => database.drop());

interface Received {
  readonly to: string[];
  readonly from: string;
  readonly raw: string;
}
let received: Received[];
/** What the server says to a recipient; null takes the mail. */
let refusal: { responseCode: number; message: string } | null;
let server: SMTPServer;
let opened: MailDeliverer[];

beforeEach(async () => {
  await database.db.mail.deleteMany();
  received = [];
  refusal = null;
  opened = [];
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: (_address, _session, done) =>
      done(refusal === null ? null : Object.assign(new Error(refusal.message), refusal)),
    onData(stream, { envelope }, done) {
      void text(stream).then((raw) => {
        const from = envelope.mailFrom === false ? "" : envelope.mailFrom.address;
        received.push({ raw, from, to: envelope.rcptTo.map(({ address }) => address) });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterEach(async () => {
  for (const one of opened) one.close();
  await new Promise<void>((resolve) => server.close(() => resolve()));
});

const log = pino({ level: "silent" });
function deliverer(smtpUrl: string | null = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`) {
  const made = new MailDeliverer(database.db, { smtpUrl, sender: "Freehold <portal@freehold.example>" }, log);
  opened.push(made);
  return made;
}
const queue = (recipient = "ada@example.com", subject = "Confirm your email address") =>
  queueMail(database.db, recipient, "verify-email", {
    subject,
    paragraphs: ["Grüße aus Köln"],
    action: { label: "Confirm", url: "http://localhost:8080/verify?token=secret-token" },
  });
const outbox = async () =>
  (await listMails(database.db, { last: 100 })).map(({ status, text }) => [status, text !== ""]);

test("a mail reaches a server once, and its link is no longer kept", async () => {
  await queue();
  await deliverer().deliver();
  await deliverer().deliver();
  expect(received).toHaveLength(1);
  expect(received[0]).toMatchObject({ from: "portal@freehold.example", to: ["ada@example.com"] });
  expect(received[0]?.raw).toMatch(/^Subject: Confirm your email address/m);
  expect(received[0]?.raw.replaceAll("=\r\n", "").replaceAll("=3D", "=")).toContain("verify?token=secret-token");
  expect(await outbox()).toEqual([["sent", false]]);
  expect(await database.db.mail.findFirst({ select: { html: true } })).toEqual({ html: "" });
});

test("two workers do not send it twice", async () => {
  for (let count = 0; count < 8; count++) await queue(`p${count}@example.com`);
  await Promise.all([deliverer().deliver(), deliverer().deliver()]);
  expect(received.flatMap(({ to }) => to).sort()).toEqual(
    Array.from({ length: 8 }, (_, count) => `p${count}@example.com`),
  );
});

test("without a server it is kept, for admins to read", async () => {
  await queue();
  await deliverer(null).deliver();
  expect(await outbox()).toEqual([["kept", true]]);
});

test("is tried again, later each time, while a server is away or says later", async () => {
  await queue();
  refusal = { responseCode: 451, message: "greylisted" };
  const now = new Date();
  await deliverer().deliver(now);
  const [first] = await database.db.mail.findMany();
  expect(first).toMatchObject({ status: "queued", attempts: 1 });
  expect(first?.lastError).toContain("greylisted");
  expect((first?.notBefore.getTime() ?? 0) - now.getTime()).toBe(15_000);
  await deliverer().deliver(new Date(now.getTime() + 10_000));
  expect((await database.db.mail.findFirst())?.attempts).toBe(1);
  await deliverer("smtp://127.0.0.1:9").deliver(new Date(now.getTime() + 16_000));
  expect(await database.db.mail.findFirst()).toMatchObject({ status: "queued", attempts: 2 });
  refusal = null;
  await deliverer().deliver(new Date(now.getTime() + 200_000));
  expect(await outbox()).toEqual([["sent", false]]);
});

test("is given up when the server never wants it, and after twelve attempts", async () => {
  await queue("gone@example.com");
  refusal = { responseCode: 550, message: "no such user" };
  await deliverer().deliver();
  expect(await database.db.mail.findFirst()).toMatchObject({ status: "failed", attempts: 1 });
  await database.db.mail.deleteMany();
  await queue();
  await database.db.mail.updateMany({ data: { attempts: 11 } });
  refusal = { responseCode: 451, message: "busy" };
  await deliverer().deliver();
  expect(await database.db.mail.findFirst()).toMatchObject({ status: "failed", attempts: 12 });
});

test("one that fails holds up no other", async () => {
  await queue("not an address");
  await queue("ada@example.com");
  await deliverer().deliver();
  expect(received.map(({ to }) => to)).toEqual([["ada@example.com"]]);
});

test("what somebody wrote is neither a header nor another recipient", async () => {
  await queue("ada@example.com", "Hello\r\nBcc: eve@example.com\r\n\r\nbody");
  await queue("ada@example.com>, <eve@example.com", "second");
  await deliverer().deliver();
  expect(received.flatMap(({ to }) => to)).not.toContain("eve@example.com");
  for (const { raw } of received) expect(raw.split("\r\n\r\n")[0]).not.toMatch(/^bcc:/im);
});

test("is forgotten after thirty days", async () => {
  await queue();
  await deliverer(null).deliver();
  await database.db.mail.updateMany({ data: { createdAt: new Date(Date.now() - 31 * 86_400_000) } });
  await deliverer(null).deliver();
  expect(await outbox()).toEqual([]);
});
