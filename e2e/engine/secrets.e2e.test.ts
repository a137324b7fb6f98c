import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { label } from "../../lib/domain/names.ts";
import { type Installation, startInstallation } from "../support/installation.ts";
import { enterPortal } from "../support/portal-session.ts";
import { readStackEnv } from "../support/stack-env.ts";

/** Searched for as they are and as databases and encoders would write them. */
type Canaries = readonly { readonly name: string; readonly forms: readonly string[] }[];

const tenant = "canary";
let installation: Installation;
let canaries: Canaries;
let adminUrl = "";
let setupUrl = "";

beforeAll(async () => {
  installation = await startInstallation();
  adminUrl = (await installation.json<{ adminUrl: string }>(["admin-link"])).adminUrl;
  setupUrl = (await installation.json<{ adminUrl: string }>(["onboard", tenant, "--name", "Canary"])).adminUrl;
  canaries = await collectCanaries();
});
afterAll(() => installation?.destroy());

/** Every secret that a client's stack and the installation itself stand on. */
async function collectCanaries(): Promise<Canaries> {
  const env = readStackEnv(installation, tenant);
  const key = readFileSync(join(installation.home, "secret.key"), "utf8").trim();
  const control = /^DB_PASSWORD=(.+)$/m.exec(readFileSync(join(installation.home, "control.env"), "utf8"))?.[1] ?? "";
  const secrets = {
    "the stack's DB_PASSWORD": env("DB_PASSWORD"),
    "the stack's SECRET_KEY": env("SECRET_KEY"),
    "the stack's CONTROL_TOKEN": env("CONTROL_TOKEN"),
    "the installation's key": key,
    "the control database's password": control,
  };
  return Object.entries(secrets).map(([name, secret]) => {
    if (secret.length < 16) throw new Error(`${name} is too short to be looked for`);
    const bytes = [Buffer.from(secret), ...(/^[0-9a-f]{64}$/.test(secret) ? [Buffer.from(secret, "hex")] : [])];
    const encoded = bytes.flatMap((raw) => [
      raw.toString("hex"),
      raw.toString("base64").replace(/=+$/, ""),
      raw.toString("base64url"),
    ]);
    return { name, forms: [...new Set([secret, encodeURIComponent(secret), ...encoded])] };
  });
}

const linkToken = (url: string): string => {
  const token = new URL(url).searchParams.get("token") ?? "";
  if (token.length < 16) throw new Error(`there is no token in ${url}`);
  return token;
};

const found = (text: string, wanted: Canaries = canaries): string[] =>
  wanted.filter(({ forms }) => forms.some((form) => text.includes(form))).map(({ name }) => name);

test("the search finds what is there to be found: the .env has the stack's three secrets", () => {
  const file = readFileSync(join(installation.home, "stacks", tenant, ".env"), "utf8");
  expect(found(file)).toEqual(["the stack's DB_PASSWORD", "the stack's SECRET_KEY", "the stack's CONTROL_TOKEN"]);
});

describe("no secret in what a command prints", () => {
  const commands = [
    ["list"],
    ["list", "--demos"],
    ["status", tenant],
    ["plan", tenant],
    ["logs", tenant, "--tail", "1000"],
    ["open", tenant],
    ["doctor"],
    ["audit", "verify"],
    ["audit", "export"],
    ["admin-link"],
    ["compose", tenant, "ps"],
    ["onboard", tenant],
    ["onboard", "no_slug"],
    ["onboard", "elsewhere", "--region", "mars"],
    ["status", "nobody"],
    ["up", "--detach"],
  ];
  test.each(commands.map((command) => [command.join(" "), command] as const))("%s", async (title, command) => {
    for (const flags of [[], ["--json"], ["--verbose"], ["--json", "--verbose"]]) {
      const { stdout, stderr } = await installation.cli([...flags, ...command]);
      expect(stdout + stderr, `${title} prints something`).not.toBe("");
      expect(found(stdout + stderr)).toEqual([]);
    }
  });
});

test("no secret in an error of the control database's address, however it is wrong", async () => {
  const password = "wrong-but-still-secret-0123456789";
  const wanted = [{ name: "password of DATABASE_URL", forms: [password] }];
  const addresses = [
    `postgresql://freehold:${password}@127.0.0.1:9/freehold`,
    `postgresql://freehold:${password}@no-such-host.invalid/freehold`,
    `postgresql//freehold:${password}@`,
  ];
  for (const DATABASE_URL of addresses) {
    const ran = await installation.cli(["list", "--json", "--verbose"], { env: { DATABASE_URL } });
    expect(ran.code).not.toBe(0);
    expect(found(ran.stdout + ran.stderr, wanted)).toEqual([]);
  }
});

test("no secret in any table of the control database, nor a one-time link that could be used", async () => {
  const tables = await installation.sql<{ name: string }>(
    "SELECT quote_ident(table_name) AS name FROM information_schema.tables WHERE table_schema = 'public'",
  );
  expect(tables.length).toBeGreaterThan(10);
  const links = [
    { name: "the admin's link", forms: [linkToken(adminUrl)] },
    { name: "the first administrator's link", forms: [linkToken(setupUrl)] },
  ];
  for (const { name } of tables) {
    const rows = await installation.sql<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
    const text = rows.map(({ row }) => row).join("\n");
    expect([name, found(text, [...canaries, ...links])]).toEqual([name, []]);
  }
});

test("no secret in the files of logs, nor a one-time link", () => {
  const folder = join(installation.home, "log");
  const files = readdirSync(folder);
  expect(files).toContain("worker.log");
  const tokens = [{ name: "a one-time link", forms: [linkToken(adminUrl), linkToken(setupUrl)] }];
  for (const file of files) {
    expect([file, found(readFileSync(join(folder, file), "utf8"), [...canaries, ...tokens])]).toEqual([file, []]);
  }
});

test("no secret in a container's output, name, label, command line or image", async () => {
  const { docker } = installation;
  const filters = { label: [`${label.namespace}=${installation.namespace}`] };
  const containers = await docker.listContainers({ all: true, filters });
  expect(containers.length).toBe(6);
  for (const { Id: id } of containers) {
    const container = docker.getContainer(id);
    const logs = await container.logs({ stdout: true, stderr: true });
    const { Name: name, Config: config, Path: path, Args: args } = await container.inspect();
    const image = await docker.getImage(config.Image).inspect();
    const history = await docker.getImage(config.Image).history();
    const text = [
      logs.toString("latin1"),
      JSON.stringify([name, config.Labels, config.Cmd, path, args, image, history]),
    ];
    expect([name, found(text.join("\n"))]).toEqual([name, []]);
  }
});

test("a container is told only the secrets it needs", async () => {
  const environment = async (service: string): Promise<string[]> => {
    const container = installation.docker.getContainer(`${installation.namespace}-${tenant}-${service}-1`);
    return found((await container.inspect()).Config.Env.join("\n"));
  };
  expect(await environment("db")).toEqual(["the stack's DB_PASSWORD"]);
  expect(await environment("api")).toEqual([
    "the stack's DB_PASSWORD",
    "the stack's SECRET_KEY",
    "the stack's CONTROL_TOKEN",
  ]);
  expect(await environment("web")).toEqual([]);
});

test("no secret on a page of the portal or the site, for a stranger or an admin", async () => {
  const site = `${tenant}.localhost`;
  for (const [host, path] of [
    ["localhost", "/"],
    ["localhost", "/admin/enter?token=made-up"],
    ["localhost", "/api/health"],
    [site, "/"],
    [site, "/admin/"],
    [site, "/api/site"],
    [site, "/api/setup"],
    [site, "/internal/status"],
    [site, "/nothing-here"],
    ["nobody.localhost", "/"],
  ] as const) {
    const { body, headers } = await installation.get(host, path);
    expect([host, path, found(body + JSON.stringify(headers))]).toEqual([host, path, []]);
  }
  const read = await enterPortal(installation, adminUrl);
  for (const path of ["/admin", `/admin/tenants/${tenant}`, "/api/admin/fleet/plots?from=0&count=10"]) {
    const { status, body } = await read(path);
    expect([path, status, found(body)]).toEqual([path, 200, []]);
  }
  expect((await read(`/admin/tenants/${tenant}`)).body).toContain("Canary");
});
