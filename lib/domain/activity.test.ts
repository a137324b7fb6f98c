import { expect, test } from "vitest";
import { activityActor, activityWords, toldActions } from "./activity.ts";

const names = new Map([["ben@acme.example", "Ben"]]);

test("members have names, admins and those who left have none", () => {
  const who = (actor: string): string => activityActor(actor, { as: "member", email: "ada@acme.example" }, names);
  expect([
    who("client:ada@acme.example"),
    who("client:ben@acme.example"),
    who("client:gone@acme.example"),
    who("admin:root@freehold.example"),
    who("worker"),
    who("cli:root"),
  ]).toEqual(["You", "Ben", "A former member", "A Freehold admin", "Freehold", "Freehold"]);
});

test("admins read which of them it was, and who has left", () => {
  const who = (actor: string): string => activityActor(actor, { as: "admin", email: "root@freehold.example" }, names);
  expect([
    who("admin:root@freehold.example"),
    who("admin:eve@freehold.example"),
    who("client:ben@acme.example"),
    who("client:gone@acme.example"),
    who("worker"),
  ]).toEqual(["You", "eve@freehold.example", "Ben", "gone@acme.example", "Freehold"]);
});

test("a reason is told where it was written for the client, and nowhere else", () => {
  const reasonOf = (action: string) => activityWords({ kind: "event", action, reason: "because", details: {} }).detail;
  expect(reasonOf("tenant.suspended")).toBe("because");
  expect(reasonOf("tenant.resumed")).toBeNull();
});

test("no action reads like a program, whatever its details are", () => {
  for (const action of toldActions)
    for (const details of [{}, { email: 7, role: "boss", to: null }]) {
      const { text } = activityWords({ kind: "event", action, reason: null, details });
      expect(text).toMatch(/^[a-z][\w@. ]+$/);
      expect(text).not.toMatch(/container|stack|engine|undefined|object|null/);
    }
});

test("work is told by what became of it", () => {
  const text = (...operations: string[]): string => activityWords({ kind: "work", operations, failed: false }).text;
  expect(text("create-volume", "create-container", "start-container")).toBe("set up the CMS");
  expect(text("start-container", "await-ready")).toBe("started the CMS");
  expect(text("stop-container")).toBe("stopped the CMS");
});
