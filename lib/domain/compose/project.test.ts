// biome-ignore-all lint/suspicious/noTemplateCurlyInString: a name that looks like a placeholder is what is tested
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { platformStack } from "../names.ts";
import { parseNamespace } from "../namespace.ts";
import type { ServiceSpec } from "../spec.ts";
import { renderEnvFile, stackEnv } from "../stack-env.ts";
import { parseCompose } from "./parse.ts";
import { resolveProject } from "./project.ts";

const file = resolve(import.meta.dirname, "../../../stack/docker-compose.yml");
const context = {
  namespace: parseNamespace("fhtest"),
  stack: "acme",
  imageIds: { db: "sha256:db" },
  file,
  folder: dirname(file),
};
const nasty = '"Ö\'Reilly" & Söhne #1 $HOME ${PATH} $$ \\n \\\n`id` 100% 東京 🦊\t=; ';

const env = stackEnv(
  {
    name: "acme",
    siteName: nasty,
    slug: "acme",
    baseDomain: "localhost",
    edgePort: 8080,
    releaseId: "0123abcd",
    subnet: "10.213.0.16/28",
  },
  { dbPassword: "p-_1", secretKey: "s-_2", controlToken: "c-_3" },
);
const resolveText = (text: string, stack = context.stack) =>
  resolveProject(parseCompose(text, "c.yml", {}), { ...context, stack, file: "c.yml", folder: "/srv" });
const ours = resolveProject(parseCompose(readFileSync(file, "utf8"), file, env), context);
const service = (name: string): ServiceSpec => ours.services.find((one) => one.name === name) as ServiceSpec;

describe("the stack's own file", () => {
  test("names its objects as Compose does", () => {
    expect(ours.project).toBe("fhtest-acme");
    expect(ours.networks.map(({ name, subnet }) => [name, subnet])).toEqual([
      ["fhtest-acme_default", "10.213.0.16/28"],
    ]);
    expect(ours.volumes.map(({ name }) => name)).toEqual(["fhtest-acme_dbdata", "fhtest-acme_media"]);
    expect(ours.services.map(({ container }) => container)).toEqual([
      "fhtest-acme-db-1",
      "fhtest-acme-api-1",
      "fhtest-acme-web-1",
    ]);
  });

  test("gives each service its fixed address", () =>
    expect(ours.services.map(({ network }) => network.mode === "own" && network.address)).toEqual([
      "10.213.0.18",
      "10.213.0.19",
      "10.213.0.20",
    ]));

  test.each(["db", "api", "web"])("%s is confined", (name) => {
    const { user, readOnly, capDrop, capAdd, securityOptions, pidsLimit, memory, cpus, init, logging } = service(name);
    expect({ readOnly, capDrop, capAdd, securityOptions, init }).toEqual({
      readOnly: true,
      capDrop: ["ALL"],
      capAdd: [],
      securityOptions: ["no-new-privileges:true"],
      init: true,
    });
    expect(user).toMatch(/^[1-9]\d+:[1-9]\d+$/);
    expect([pidsLimit, memory, cpus].every((limit) => limit !== null && limit > 0)).toBe(true);
    expect(logging?.options["max-size"]).toBeTruthy();
  });

  test("takes the release's image id where it has one", () =>
    expect(ours.services.map(({ imageId }) => imageId)).toEqual(["sha256:db", null, null]));

  test("a changed value gives its service another revision, and no other", () => {
    const changed = resolveProject(
      parseCompose(readFileSync(file, "utf8"), file, { ...env, SITE_NAME: "Other" }),
      context,
    );
    expect(changed.services.map(({ name, revision }) => [name, revision === service(name).revision])).toEqual([
      ["db", true],
      ["api", false],
      ["web", true],
    ]);
  });
});

describe("a reference to what the file does not declare", () => {
  test.each([
    ["depends_on: { db: { condition: service_started } }", "services.web.depends_on: there is no service “db”."],
    ["networks: { other: {} }", "services.web.networks: there is no network “other”."],
    ["networks: { default: {}, other: {} }", "services.web.networks: more than one network is not supported."],
    ["volumes: ['data:/x']", "services.web.volumes: there is no volume “data”."],
    ["volumes: ['/x']", "services.web.volumes: “/x” is not source:target or source:target:ro."],
    ["volumes: ['./a:/x:z']", "services.web.volumes: “./a:/x:z” is not source:target or source:target:ro."],
  ])("%s", (line, message) =>
    expect(() => resolveText(`services: { web: { image: x, ${line} } }\nnetworks: { default: {} }`)).toThrow(message),
  );
});

test.each(["volumes: ['/:/host']", "volumes: ['./a:/a:ro']", "network_mode: host"])(
  "a stack that reaches for the host is refused: %s",
  (line) =>
    expect(() => resolveText(`services: { web: { image: x, ${line} } }\nnetworks: { default: {} }`)).toThrow(
      "a stack may not",
    ),
);

test("the platform's bind mounts start from the file's folder; volumes get their full name", () => {
  const { services } = resolveText(
    "services: { web: { image: x, volumes: ['./a:/a:ro', '/b:/b', 'data:/c:rw'] } }\nnetworks: { default: {} }\nvolumes: { data: }",
    platformStack,
  );
  expect(services[0]?.mounts).toEqual([
    { kind: "bind", source: "/srv/a", target: "/a", readOnly: true },
    { kind: "bind", source: "/b", target: "/b", readOnly: false },
    { kind: "volume", source: "fhtest_data", target: "/c", readOnly: false },
  ]);
});

describe("docker compose reads the same file and .env as we do", () => {
  let folder: string;
  let theirs: ComposeConfig;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "freehold-compose-"));
    const envFile = join(folder, ".env");
    writeFileSync(envFile, renderEnvFile(env));
    const args = [
      "compose",
      "--project-name",
      ours.project,
      "--env-file",
      envFile,
      "--file",
      file,
      "config",
      "--format",
      "json",
    ];
    // Compose lets the shell's variables win over the file's.
    const { PATH, HOME, NODE_ENV } = process.env;
    theirs = JSON.parse(
      execFileSync("docker", args, { encoding: "utf8", env: { PATH, HOME, NODE_ENV } }),
      undoubleDollars,
    ) as ComposeConfig;
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test("environment, however nasty the site's name", () => {
    expect(theirs.services.api?.environment.SITE_NAME).toBe(nasty);
    for (const { name, environment } of ours.services)
      expect(theirs.services[name]?.environment ?? {}).toEqual(environment);
  });

  test("everything else of each service", () => {
    for (const spec of ours.services) {
      const their = theirs.services[spec.name] as ComposeConfigService;
      expect({
        image: their.image,
        user: their.user,
        readOnly: their.read_only,
        init: their.init,
        tmpfs: their.tmpfs ?? [],
        capDrop: their.cap_drop,
        securityOptions: their.security_opt,
        pidsLimit: their.pids_limit,
        memory: Number(their.mem_limit),
        shmSize: their.shm_size === undefined ? null : Number(their.shm_size),
        cpus: their.cpus,
        restart: their.restart,
        stopSignal: their.stop_signal,
        logging: their.logging,
        address: their.networks.default?.ipv4_address,
        dependsOn: Object.keys(their.depends_on ?? {}),
        mounts: (their.volumes ?? []).map(
          ({ source, target, read_only }) => `${theirs.volumes[source]?.name}:${target}${read_only ? ":ro" : ""}`,
        ),
        extraHosts: (their.extra_hosts ?? []).map((entry) => entry.replace("=", ":")),
      }).toEqual({
        image: spec.image,
        user: spec.user,
        readOnly: spec.readOnly,
        init: spec.init,
        tmpfs: Object.entries(spec.tmpfs).map(([path, options]) => `${path}:${options}`),
        capDrop: spec.capDrop,
        securityOptions: spec.securityOptions,
        pidsLimit: spec.pidsLimit,
        memory: spec.memory,
        shmSize: spec.shmSize,
        cpus: spec.cpus,
        restart: spec.restart,
        stopSignal: spec.stopSignal,
        logging: spec.logging,
        address: spec.network.mode === "own" ? spec.network.address : null,
        dependsOn: spec.dependsOn,
        mounts: spec.mounts.map(({ source, target, readOnly }) => `${source}:${target}${readOnly ? ":ro" : ""}`),
        extraHosts: spec.extraHosts,
      });
      expect(their.stop_grace_period).toBe(`${spec.stopTimeout}s`);
    }
  });

  test("network and volume", () => {
    expect(theirs.networks.default?.name).toBe(ours.networks[0]?.name);
    expect(theirs.networks.default?.ipam.config).toEqual([{ subnet: ours.networks[0]?.subnet }]);
    expect(Object.values(theirs.volumes).map(({ name }) => name)).toEqual(ours.volumes.map(({ name }) => name));
  });
});

/** Compose prints a configuration that it could read again: every `$` is doubled. */
const undoubleDollars = (_key: string, value: unknown): unknown =>
  typeof value === "string" ? value.replaceAll("$$", "$") : value;

interface ComposeConfigService {
  readonly image: string;
  readonly environment: Record<string, string>;
  readonly user: string;
  readonly read_only: boolean;
  readonly init: boolean;
  readonly tmpfs?: string[];
  readonly cap_drop: string[];
  readonly security_opt: string[];
  readonly pids_limit: number;
  readonly mem_limit: string;
  readonly shm_size?: string;
  readonly cpus: number;
  readonly restart: string;
  readonly stop_signal: string;
  readonly stop_grace_period: string;
  readonly logging: unknown;
  readonly networks: Record<string, { readonly ipv4_address?: string }>;
  readonly depends_on?: Record<string, unknown>;
  readonly volumes?: { readonly source: string; readonly target: string; readonly read_only?: boolean }[];
  readonly extra_hosts?: string[];
}

interface ComposeConfig {
  readonly services: Record<string, ComposeConfigService>;
  readonly networks: Record<string, { readonly name: string; readonly ipam: { readonly config: unknown } }>;
  readonly volumes: Record<string, { readonly name: string }>;
}
