import { beforeEach, expect, test, vi } from "vitest";
import { readDemoVisit, sealDemoVisit } from "./demo-visit.ts";
import { sealKeepToken } from "./keep-token.ts";

const stackId = "0199f3a0-0000-7000-8000-000000000001";
const inAnHour = (): Date => new Date(Date.now() + 3_600_000);

beforeEach(() => {
  vi.stubEnv("NEXTAUTH_SECRET", "a".repeat(64));
});

test("a browser's demo is read from what was sealed, until the demo is over", async () => {
  const sealed = await sealDemoVisit(stackId, inAnHour());
  expect(await readDemoVisit(sealed)).toBe(stackId);
  vi.useFakeTimers({ now: Date.now() + 3_700_000, toFake: ["Date"] });
  expect(await readDemoVisit(sealed)).toBeNull();
  vi.useRealTimers();
});

test("nothing is read from what was made up, or sealed to keep a demo, which travels in addresses", async () => {
  for (const value of [undefined, "", stackId, await sealKeepToken(stackId, inAnHour())])
    expect(await readDemoVisit(value)).toBeNull();
});
