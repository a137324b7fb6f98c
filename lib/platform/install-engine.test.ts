import { describe, expect, test } from "vitest";
import { nextStep } from "./install-engine.ts";

const bareDebian = {
  answer: "no",
  isDefaultSocket: true,
  mayInstall: true,
  hasRoot: true,
  hasApt: true,
  hasDockerd: false,
} as const;

describe("when no engine answers", () => {
  test("Debian as root gets one installed", () => expect(nextStep(bareDebian)).toEqual({ do: "install" }));
  test("one that is installed is started", () => {
    expect(nextStep({ ...bareDebian, hasDockerd: true })).toEqual({ do: "start" });
    expect(nextStep({ ...bareDebian, hasDockerd: true, hasApt: false })).toEqual({ do: "start" });
  });
  test.each([
    [{ mayInstall: false }, "--no-install was given"],
    [{ mayInstall: false, hasDockerd: true }, "--no-install was given"],
    [{ hasRoot: false }, "that takes root or sudo"],
    [{ hasApt: false }, "this is neither Debian nor Ubuntu"],
    [{ isDefaultSocket: false }, "DOCKER_HOST names it, and it is not ours to start"],
  ])("%o stops with the reason", (difference, why) => {
    expect(nextStep({ ...bareDebian, ...difference })).toEqual({ do: "stop", code: "engine_needed", why });
  });
  test("one that lets nobody in is not replaced by another", () => {
    expect(nextStep({ ...bareDebian, answer: "forbidden" })).toMatchObject({ do: "stop", code: "engine_forbidden" });
  });
});
