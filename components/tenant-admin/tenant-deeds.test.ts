import { describe, expect, test } from "vitest";
import { tenantDeeds } from "./tenant-deeds.ts";

const what = (intent: string, change: { isFailed?: boolean; isPurging?: boolean } = {}): string[] =>
  tenantDeeds({ intent, isFailed: false, isPurging: false, ...change }).map((deed) => deed.what);

describe("what can be done with a client", () => {
  test("depends on what is wanted of it", () => {
    expect(what("running")).toEqual(["restart", "view", "suspend", "close", "purge"]);
    expect(what("hibernated")).toEqual(["view", "suspend", "close", "purge"]);
    expect(what("suspended")).toEqual(["resume", "view", "close", "purge"]);
    expect(what("closed")).toEqual(["reopen", "view", "purge"]);
  });

  test("begins with another attempt where one failed, and is only that while it is purged", () => {
    expect(what("running", { isFailed: true })[0]).toBe("retry");
    expect(what("closed", { isPurging: true })).toEqual([]);
    expect(what("closed", { isPurging: true, isFailed: true })).toEqual(["retry"]);
  });

  test("what cannot be taken back is for those who may purge, and says so", () => {
    const purge = tenantDeeds({ intent: "closed", isFailed: false, isPurging: false }).at(-1);
    expect(purge).toMatchObject({ permission: "tenants.purge", tone: "danger" });
    expect(purge?.happens).toContain("for good");
  });
});
