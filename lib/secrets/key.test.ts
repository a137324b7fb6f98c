import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Home, locateHome } from "../home.ts";
import { createKey, deriveSecret, loadKey } from "./key.ts";

const env = (variables: Record<string, string> = {}): NodeJS.ProcessEnv => ({ NODE_ENV: "test", ...variables });

let home: Home;
beforeEach(() => {
  home = locateHome(env({ FREEHOLD_HOME: mkdtempSync(join(tmpdir(), "freehold-key-")) }));
});
afterEach(() => rmSync(home.root, { recursive: true }));

const good = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

describe("the key file", () => {
  test("is for its owner only, also under an open umask", () => {
    const before = process.umask(0);
    try {
      createKey(home, env());
    } finally {
      process.umask(before);
    }
    expect(statSync(home.keyFile).mode & 0o777).toBe(0o600);
    expect(readFileSync(home.keyFile, "utf8")).toMatch(/^[0-9a-f]{64}\n$/);
  });

  test("is made once and read back; two installations get two keys", () => {
    createKey(home, env());
    const key = loadKey(home, env());
    createKey(home, env());
    expect(loadKey(home, env())).toEqual(key);
    rmSync(home.keyFile);
    createKey(home, env());
    expect(loadKey(home, env())).not.toEqual(key);
  });

  test("that is lost after something was brought up is to be restored, never made anew", () => {
    writeFileSync(home.settingsFile, "{}");
    const missing = expect.objectContaining({ code: "key_missing" });
    expect(() => createKey(home, env())).toThrow(missing);
    expect(() => loadKey(home, env())).toThrow(missing);
  });

  test("is not made when the environment brings a key, which wins over the file", () => {
    createKey(home, env({ FREEHOLD_SECRET_KEY: good }));
    expect(() => loadKey(home, env())).toThrow("Freehold is not up");
    createKey(home, env());
    expect(loadKey(home, env({ FREEHOLD_SECRET_KEY: good })).toString("hex")).toBe(good);
  });
});

describe("no default and no weak key", () => {
  const weak = {
    nothing: "",
    "a word": "changeme",
    "too short": good.slice(2),
    "too long": `${good}00`,
    "no hex": `${good.slice(2)}zz`,
    "a line break inside": `${good.slice(0, 32)}\n${good.slice(33)}`,
    zeros: "0".repeat(64),
    "one byte over and over": "ab".repeat(32),
    "four bytes over and over": "deadbeef".repeat(8),
  };

  test.each(Object.entries(weak))("%s is refused from the environment", (_, text) =>
    expect(() => loadKey(home, env({ FREEHOLD_SECRET_KEY: text }))).toThrow("FREEHOLD_SECRET_KEY is not a key"),
  );

  test.each(Object.entries(weak))("%s is refused from the file", (_, text) => {
    writeFileSync(home.keyFile, text);
    expect(() => loadKey(home, env())).toThrow(`${home.keyFile} is not a key`);
  });

  test("what is refused is not repeated in the error", () =>
    expect(() => loadKey(home, env({ FREEHOLD_SECRET_KEY: good.slice(2) }))).not.toThrow(good.slice(2, 20)));
});

test("each purpose has a secret of its own, the same each time", () => {
  const key = loadKey(home, env({ FREEHOLD_SECRET_KEY: good }));
  const other = loadKey(home, env({ FREEHOLD_SECRET_KEY: good.replace("00", "01") }));
  expect(deriveSecret(key, "portal")).toBe(deriveSecret(key, "portal"));
  expect(deriveSecret(key, "portal")).toMatch(/^[0-9a-f]{64}$/);
  expect(
    new Set([good, deriveSecret(key, "portal"), deriveSecret(key, "stack secrets"), deriveSecret(other, "portal")])
      .size,
  ).toBe(4);
});
