import { expect, test } from "vitest";
import { servicesSummary } from "./services-summary.ts";

const service = (state: "running" | "starting" | "stopped" | "missing") => ({ state, containerId: null });

test("services are summed up, and those that are not up are named", () => {
  expect(servicesSummary({})).toBe("–");
  expect(servicesSummary({ db: service("running"), api: service("running") })).toBe("2 of 2 up");
  expect(servicesSummary({ db: service("running"), api: service("stopped") })).toBe("1 of 2 up, api stopped");
  expect(servicesSummary({ db: service("stopped"), api: service("stopped") })).toBe("all stopped");
  expect(servicesSummary({ db: service("missing"), api: service("stopped") })).toBe("none up");
});
