import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Installation, projectFolder, sharedInstallation } from "../support/installation.ts";
import { homeOf, inventory, newNamespace, removeInstallation } from "../support/namespace.ts";
import { type Ran, runProgram } from "../support/run-program.ts";
import { slug } from "../support/slug.ts";
import { traceOf } from "../support/trace.ts";

const folder = mkdtempSync(join(tmpdir(), `freehold-bad-input-${process.pid}-`));
const taken = slug("taken");

let installation: Installation;
let before: unknown;
beforeAll(async () => {
  installation = await sharedInstallation();
  await installation.json(["onboard", taken]);
  before = await traceOf(installation);
});
afterAll(() => rmSync(folder, { recursive: true }));

interface ErrorDocument {
  readonly error: { readonly code: string; readonly message: string; readonly remedy: string };
}

const errorOf = ({ stdout }: Ran): ErrorDocument["error"] => (JSON.parse(stdout) as ErrorDocument).error;

async function expectRefusal(args: readonly string[], code: string, message: string): Promise<void> {
  const ran = await installation.cli([...args, "--json"]);
  expect([ran.code, errorOf(ran).code]).toEqual([2, code]);
  expect(errorOf(ran).message).toContain(message);
  expect(errorOf(ran).remedy).toMatch(/\w.*\.$/);
  expect(ran.stderr).toContain(message);
  expect(await traceOf(installation)).toEqual(before);
}

describe("a slug that cannot be is refused with exit code 2 and leaves no trace", () => {
  test.each([
    ["A_B", "slug_invalid", "characters other than"],
    ["a--b", "slug_invalid", "two hyphens in a row"],
    ["abc-", "slug_invalid", "starts or ends with a hyphen"],
    ["x".repeat(64), "slug_invalid", "more than 40 characters"],
    ["; rm -rf /", "slug_invalid", "characters other than"],
    ["$(reboot)", "slug_invalid", "characters other than"],
    ["../x", "slug_invalid", "characters other than"],
    ["acme\nbeta", "slug_invalid", "“acme·beta”"],
    ["", "slug_invalid", "fewer than 3"],
    ["ab", "slug_invalid", "fewer than 3"],
    ["müller", "slug_invalid", "characters other than"],
    ["аcme", "slug_invalid", "characters other than"],
    ["admin", "slug_reserved", "is reserved"],
    ["pool-one", "slug_reserved", "is reserved"],
  ])("onboard %j", (text, code, message) => expectRefusal(["onboard", text], code, message));

  test('onboard "-a", and after --, where it cannot be an option', async () => {
    await expectRefusal(["onboard", "-a"], "usage", "-a");
    const ran = await installation.cli(["--json", "onboard", "--", "-a1"]);
    expect([ran.code, errorOf(ran).code]).toEqual([2, "slug_invalid"]);
    expect(await traceOf(installation)).toEqual(before);
  });

  test.each(["teardown", "status", "plan", "logs", "open"])("%s ../x", (command) =>
    expectRefusal([command, "../x"], "slug_invalid", "characters other than"),
  );
});

describe("what is well formed but cannot be done is refused just so", () => {
  const free = slug("free");
  test("a slug that is taken", () => expectRefusal(["onboard", taken], "slug_taken", `“${taken}” is taken`));
  test("a region that does not exist", () =>
    expectRefusal(["onboard", free, "--region", "mars"], "region_unknown", "“mars”"));
  test("an address that is none", () =>
    expectRefusal(["onboard", free, "--owner", "nobody"], "email_invalid", "“nobody”"));
  test("a name of control characters", () =>
    expectRefusal(["onboard", free, "--name", "a\u0007b"], "name_invalid", "cannot be used"));
  test("a tenant nobody knows", () => expectRefusal(["teardown", free, "--purge", "--yes"], "tenant_unknown", free));
  test("a purge whose slug is typed wrongly", async () => {
    const ran = await installation.cli(["teardown", taken, "--purge"], { input: "something else\n" });
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining("nothing was deleted")]);
    expect(await traceOf(installation)).toEqual(before);
  });
});

describe("a list that cannot be read is refused whole", () => {
  const list = (name: string, text: string | Buffer): string => {
    const file = join(folder, name);
    writeFileSync(file, text);
    return file;
  };

  test.each([
    ["a missing column", "Firm,City\nAcme,Bonn\n", "csv_column_missing", "“Firm”, “City”"],
    ["broken quoting", 'Security\nAcme\n"open\nBeta\n', "csv_invalid", "line 3"],
    ["lines of different lengths", "Security,City\nAcme\n", "csv_invalid", "line 2"],
    ["nothing in it", "", "csv_invalid", "the file is empty"],
    ["no text at all", Buffer.from([0xff, 0xfe, 0x00, 0x01, 0x22, 0x61]), "csv_", ""],
  ])("%s", async (title, text, code, message) => {
    const file = list(`${title.replaceAll(" ", "-")}.csv`, text);
    const ran = await installation.cli(["onboard", "--from", file, "--name-column", "Security", "--json"]);
    expect([ran.code, errorOf(ran).code]).toEqual([2, expect.stringContaining(code)]);
    expect(errorOf(ran).message).toContain(message);
    expect(await traceOf(installation)).toEqual(before);
  });

  test("a file that is not there", () =>
    expectRefusal(["onboard", "--from", join(folder, "none.csv")], "file_unreadable", "there is no such file"));

  test("names that no address can be made of fail one by one, and nothing is made of them", async () => {
    const file = list("names.csv", `Security\n"   "\n!!!\n${"y".repeat(200)}\n`);
    const ran = await installation.cli(["onboard", "--from", file, "--name-column", "Security", "--json"]);
    expect(ran.code).toBe(1);
    expect(JSON.parse(ran.stdout)).toMatchObject({ onboarded: 0, existing: 0, failed: 3 });
    expect(await traceOf(installation)).toEqual(before);
  });
});

test("a list of 10,000 lines with a byte order mark is read whole, and its limit kept", async () => {
  const names = Array.from({ length: 10_000 }, (_, at) => `"${taken} ${at}, Inc."`);
  const file = join(folder, "long.csv");
  writeFileSync(file, `\uFEFFSecurity\r\n${names.join("\r\n")}\r\n`);
  const listed = await installation.json<{ onboarded: number; clients: { slug: string; name: string }[] }>([
    ...["onboard", "--from", file, "--name-column", "Security", "--limit", "1"],
  ]);
  expect(listed).toMatchObject({ onboarded: 1, clients: [{ name: `${taken} 0, Inc.`, slug: `${taken}-0-inc` }] });
  await installation.json(["teardown", `${taken}-0-inc`, "--purge", "--yes"]);

  writeFileSync(file, `\uFEFFSecurity\n${names.join("\n")}\n"open\n`);
  const ran = await installation.cli(["onboard", "--from", file, "--limit", "1", "--json"]);
  expect([ran.code, errorOf(ran).message]).toEqual([2, expect.stringContaining("line 10002")]);
});

describe("a compose file that Freehold does not support is refused by name and line, before anything is started", () => {
  const namespace = newNamespace();
  const nothing = { containers: [], networks: [], volumes: [] };
  const copy = join(folder, "project");
  const composeFile = join(copy, "stack", "docker-compose.yml");
  const original = readFileSync(join(projectFolder, "stack", "docker-compose.yml"), "utf8");

  beforeAll(() => {
    const left = new Set([".git", ".cache", ".next", "node_modules", "var", "e2e", "bench", "test-results"]);
    cpSync(projectFolder, copy, { recursive: true, filter: (path) => !left.has(path.split("/").at(-1) ?? "") });
    symlinkSync(join(projectFolder, "node_modules"), join(copy, "node_modules"));
    // The portal is the same, so that it need not be built again.
    for (const file of [".next/BUILD_ID", ".cache/portal.stamp"]) {
      mkdirSync(dirname(join(copy, file)), { recursive: true });
      cpSync(join(projectFolder, file), join(copy, file));
    }
  });

  afterEach(() => removeInstallation(installation.docker, namespace));

  test.each([
    ["an unknown key of a service", "    read_only: true\n", "    privileged: true\n", "services.db.privileged"],
    ["a network shared with others", "    ipam:\n", "    external: true\n", "networks.default.external"],
    ["an unknown key of the file", "services:\n", "secrets:\n", "secrets"],
  ])("%s", async (_title, marker, added, key) => {
    const [head = "", ...rest] = original.split(marker);
    writeFileSync(composeFile, `${head}${added}${marker}${rest.join(marker)}`);
    const line = head.split("\n").length;
    const env = { ...installation.env, FREEHOLD_HOME: homeOf(namespace), FREEHOLD_NAMESPACE: namespace };
    const ran = await runProgram([process.execPath, join(copy, "lib/cli/main.ts"), "up", "--detach", "--json"], env);
    expect([ran.code, errorOf(ran).code]).toEqual([2, "compose_invalid"]);
    expect(errorOf(ran).message).toContain(`${composeFile}, line ${line}: `);
    expect(errorOf(ran).message).toContain(key);
    expect(existsSync(homeOf(namespace))).toBe(false);
    expect(await inventory(installation.docker, namespace, { platform: true })).toEqual(nothing);
  });
});
