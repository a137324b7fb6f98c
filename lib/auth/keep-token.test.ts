import { encode } from "next-auth/jwt";
import { beforeEach, expect, test, vi } from "vitest";
import { readKeepToken, sealKeepToken } from "./keep-token.ts";

const stackId = "0199f3a0-0000-7000-8000-000000000001";
const inAnHour = () => new Date(Date.now() + 3_600_000);

beforeEach(() => {
  vi.stubEnv("NEXTAUTH_SECRET", "a".repeat(64));
});

test("what was sealed is read", async () => {
  expect(await readKeepToken(await sealKeepToken(stackId, inAnHour()))).toEqual({ stackId });
});

test("nothing is read once the demo is over", async () => {
  const sealed = await sealKeepToken(stackId, inAnHour());
  vi.useFakeTimers({ now: Date.now() + 3_700_000, toFake: ["Date"] });
  expect(await readKeepToken(sealed)).toBeNull();
  vi.useRealTimers();
});

test("nothing is read from what was made up, changed, or sealed for something else", async () => {
  const sealed = await sealKeepToken(stackId, inAnHour());
  const asSession = await encode({ token: { stackId }, secret: "a".repeat(64) });
  for (const token of [undefined, "", "x", stackId, `${sealed.slice(0, -2)}AA`, asSession])
    expect(await readKeepToken(token)).toBeNull();
});
