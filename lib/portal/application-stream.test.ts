import { expect, test } from "vitest";
import type { OwnApplication } from "../tenants/get-application.ts";
import { applicationStream } from "./application-stream.ts";
import { createStackFeed } from "./stack-feed.ts";

const pending: OwnApplication = {
  id: "a",
  companyName: "Acme Inc.",
  slug: "acme",
  status: "pending",
  createdAt: new Date(0),
  decisionReason: null,
  startAfter: null,
  isDelayed: false,
  baseDomain: "localhost",
  tenantSlug: null,
};

function open(lastEventId: string | null = null) {
  let announce = (_: string | null): void => {};
  let now: OwnApplication | null = pending;
  let isAllowed = true;
  const visitor = new AbortController();
  const response = applicationStream({
    id: "a",
    feed: createStackFeed((onChange) => {
      announce = onChange;
      return { stop: async () => {} };
    }),
    read: async () => now,
    stillAllowed: async () => isAllowed,
    signal: visitor.signal,
    lastEventId,
  });
  const text = response.text();
  const soon = () => new Promise((resolve) => setTimeout(resolve, 20));
  return {
    async become(next: OwnApplication | null) {
      now = next;
      announce("a");
      await soon();
    },
    async shut() {
      isAllowed = false;
      announce("a");
      await soon();
    },
    async events() {
      await soon();
      visitor.abort();
      return [...(await text).matchAll(/(?:id: (\w+)\n)?event: (\w+)\ndata: (.*)/g)].map(
        ([, id, name, data = "{}"]) => ({
          id,
          name,
          status: JSON.parse(data).status,
        }),
      );
    },
  };
}

test("a change is told once, and what did not change is not told", async () => {
  const stream = open();
  await stream.become(pending);
  await stream.become({ ...pending, status: "approved" });
  await stream.become({ ...pending, status: "approved" });
  expect((await stream.events()).map(({ status }) => status)).toEqual(["pending", "approved"]);
});

test("a browser that comes back is told what it missed, and nothing when it missed nothing", async () => {
  const [first] = await open().events();
  expect(await open(first?.id ?? "").events()).toEqual([]);
  expect((await open("of another time").events()).map(({ status }) => status)).toEqual(["pending"]);
});

test("ends when the right to see it has ended", async () => {
  const stream = open();
  await stream.shut();
  await stream.become({ ...pending, status: "approved" });
  expect((await stream.events()).map(({ name }) => name)).toEqual(["state", "end"]);
});
