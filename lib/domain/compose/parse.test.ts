// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Compose's own placeholders are what is tested
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { FreeholdError } from "../../errors.ts";
import { parseCompose } from "./parse.ts";

const read = (text: string, env: Record<string, string> = {}) => parseCompose(text, "c.yml", env);

function refusal(lines: readonly string[], env: Record<string, string> = {}): FreeholdError {
  try {
    read(lines.join("\n"), env);
  } catch (error) {
    if (error instanceof FreeholdError) return error;
    throw error;
  }
  throw new Error("it was taken");
}

describe("a key that is not supported names file, line and key", () => {
  test.each<[string, string[], string]>([
    ["at the top", ["services: {}", "secrets: {}"], "c.yml, line 2: secrets: it is not supported."],
    [
      "of a service",
      ["services:", "  web:", "    image: x", "    privileged: true"],
      "c.yml, line 4: services.web.privileged: it is not supported.",
    ],
    [
      "of a build",
      ["services:", "  web:", "    image: x", "    build:", "      context: .", "      target: y"],
      "c.yml, line 6: services.web.build.target: it is not supported.",
    ],
    [
      "of a logging section",
      ["services:", "  web:", "    image: x", "    logging: { driver: json-file, x: 1 }"],
      "c.yml, line 4: services.web.logging.x: it is not supported.",
    ],
    [
      "of a health check",
      ["services:", "  web:", "    image: x", "    healthcheck:", "      test: [CMD, true1]", "      disable: true"],
      "c.yml, line 6: services.web.healthcheck.disable: it is not supported.",
    ],
    [
      "of a dependency",
      [
        "services:",
        "  web:",
        "    image: x",
        "    depends_on:",
        "      web:",
        "        condition: service_started",
        "        restart: true",
      ],
      "c.yml, line 7: services.web.depends_on.web.restart: it is not supported.",
    ],
    [
      "of a service's network",
      ["services:", "  web:", "    image: x", "    networks:", "      default:", "        aliases: [y]"],
      "c.yml, line 6: services.web.networks.default.aliases: it is not supported.",
    ],
    [
      "of a network",
      ["services: {}", "networks:", "  default:", "    external: true"],
      "c.yml, line 4: networks.default.external: it is not supported.",
    ],
    [
      "of an address range",
      [
        "services: {}",
        "networks:",
        "  default:",
        "    ipam:",
        "      config:",
        "        - subnet: 10.0.0.0/28",
        "          ip_range: x",
      ],
      "c.yml, line 7: networks.default.ipam.config.0.ip_range: it is not supported.",
    ],
    [
      "of a volume",
      ["services: {}", "volumes:", "  data:", "    external: true"],
      "c.yml, line 4: volumes.data.external: it is not supported.",
    ],
  ])("%s", (_, lines, message) => expect(refusal(lines).message).toBe(message));
});

describe("a value of the wrong kind names file, line and key", () => {
  test.each([
    ["read_only: 7", "read_only"],
    ["tmpfs: /tmp", "tmpfs"],
    ["command: run this", "command"],
    ["restart: sometimes", "restart"],
    ["network_mode: container:x", "network_mode"],
    ["environment: [A=b]", "environment"],
    ["depends_on: [db]", "depends_on"],
    ["logging: json-file", "logging"],
  ])("%s", (line, key) =>
    expect(refusal(["services:", "  web:", "    image: x", `    ${line}`]).message).toMatch(
      new RegExp(`^c\\.yml, line 4: services\\.web\\.${key}: Invalid`),
    ),
  );

  test.each([
    ["mem_limit: lots", "mem_limit: “lots” is not a size such as 64m"],
    ["shm_size: 5 parsec", "shm_size: “5 parsec” is not a size such as 64m"],
    ["stop_grace_period: 10", "stop_grace_period: “10” is not a duration such as 10s"],
    ['stop_grace_period: ""', "stop_grace_period: “” is not a duration such as 10s"],
    ["pids_limit: none", "pids_limit: “none” is not a number of processes"],
    ["cpus: 0", "cpus: “0” is not a number of CPUs"],
  ])("%s", (line, rest) =>
    expect(refusal(["services:", "  web:", "    image: x", `    ${line}`]).message).toBe(
      `c.yml, line 4: services.web.${rest}.`,
    ),
  );

  test("an element of a list names its own line", () =>
    expect(refusal(["services:", "  web:", "    image: x", "    tmpfs:", "      - /tmp", "      - 7"]).message).toMatch(
      /^c\.yml, line 6: services\.web\.tmpfs\.1: /,
    ));

  test("a key that is missing names its parent's line", () =>
    expect(refusal(["services:", "", "  web:", "    user: x"]).message).toMatch(
      /^c\.yml, line 3: services\.web\.image: /,
    ));

  test("a service's name that Freehold cannot use", () =>
    expect(refusal(["services:", "  my-web:", "    image: x"]).message).toBe(
      "c.yml, line 2: services.my-web: a service's name is lower-case letters and digits.",
    ));

  test("an empty file", () => expect(refusal([""]).code).toBe("compose_invalid"));
});

describe("YAML that cannot be read names file and line", () => {
  test.each<[string, string[], number]>([
    ["a bracket that is not closed", ["services:", "  web: [a, b", "x: 1"], 3],
    ["a key twice", ["services: {}", "services: {}"], 2],
    ["a tab as indentation", ["services:", "\tweb: {}"], 2],
  ])("%s", (_, lines, line) => {
    const error = refusal(lines);
    expect([error.code, error.message.split(":")[0]]).toEqual(["compose_invalid", `c.yml, line ${line}`]);
  });
});

describe("variables", () => {
  const image = (text: string, env: Record<string, string> = {}) =>
    read(`services: { web: { image: ${JSON.stringify(text)} } }`, env).services.web?.image;

  test.each<[string, Record<string, string>, string]>([
    ["a:${V}", { V: "1" }, "a:1"],
    ["a:$V", { V: "1" }, "a:1"],
    ["a:$V.x", { V: "1" }, "a:1.x"],
    ["a:$$V", { V: "1" }, "a:$V"],
    ["a:$$$V", { V: "1" }, "a:$1"],
    ["a:${V}", {}, "a:"],
    ["a:${V:-d}", {}, "a:d"],
    ["a:${V:-d}", { V: "" }, "a:d"],
    ["a:${V:-d}", { V: "1" }, "a:1"],
    ["a:${V-d}", { V: "" }, "a:"],
    ["a:${V-d}", {}, "a:d"],
    ["a:${V:?why}", { V: "1" }, "a:1"],
    ["a:${V?why}x", { V: "" }, "a:x"],
    ["a:${V}", { V: '$W ${W} \\ " #' }, 'a:$W ${W} \\ " #'],
    ["a:${V:-http://x:80/?y}", {}, "a:http://x:80/?y"],
  ])("%s with %j gives %s", (text, env, value) => expect(image(text, env)).toBe(value));

  test.each([
    ["${V:?}", {}, "it has no value"],
    ["${V:?set it}", {}, "set it"],
    ["${V:?set it}", { V: "" }, "set it"],
    ["${V?set it}", {}, "set it"],
  ])("%s with %j is an error that names line and variable", (text, env, why) => {
    const error = refusal(["services:", "  web:", `    image: "${text}"`], env);
    expect([error.code, error.message]).toEqual([
      "variable_missing",
      `c.yml, line 3: the variable V is required: ${why}.`,
    ]);
  });

  test.each(["$", "a $ b", "${}", "${V", "${V!x}", "${V:+x}", "${V:-${W}}", "${1V}"])(
    "“%s” is not passed on half understood",
    (text) => {
      const error = refusal(["services:", "  web:", `    image: "${text}"`], { V: "1", W: "2" });
      expect(error.message).toMatch(/^c\.yml, line 3: .*is not a supported interpolation/);
    },
  );

  test("a value can neither add keys nor change its type", () => {
    const file = read("services: { web: { image: x, environment: { A: '${V}' } } }", { V: "x\n    privileged: true" });
    expect(file.services.web?.environment).toEqual({ A: "x\n    privileged: true" });
  });

  test("keys are not filled in", () =>
    expect(
      read("services: { web: { image: x, environment: { $V: y } } }", { V: "z" }).services.web?.environment,
    ).toEqual({
      $V: "y",
    }));
});

describe("values", () => {
  const service = (line: string) => read(`services:\n  web:\n    image: x\n    ${line}`).services.web;

  test.each([
    ["64", 64],
    ["64b", 64],
    ["1k", 1_024],
    ["64m", 67_108_864],
    ["64MB", 67_108_864],
    ["1.5g", 1_610_612_736],
  ])("%s is %d bytes", (text, bytes) => expect(service(`mem_limit: ${text}`)?.mem_limit).toBe(bytes));

  test.each([
    ["10s", 10],
    ["1m30s", 90],
    ["2m", 120],
  ])("%s is %d seconds", (text, seconds) =>
    expect(service(`stop_grace_period: ${text}`)?.stop_grace_period).toBe(seconds),
  );

  test("numbers, truth values and nothing are text in an environment", () =>
    expect(service("environment: { A: 1, B: true, C: 0.5, D: , E: no }")?.environment).toEqual({
      A: "1",
      B: "true",
      C: "0.5",
      D: "",
      E: "no",
    }));
});

test("every variable of the stack's own file is required or has a default", () => {
  const file = resolve(import.meta.dirname, "../../../stack/docker-compose.yml");
  const text = readFileSync(file, "utf8");
  const names = [...new Set([...text.matchAll(/\$\{(\w+):\?/g)].map(([, name]) => name as string))];
  const env = Object.fromEntries(names.map((name) => [name, "x"]));
  expect(names.length).toBeGreaterThan(8);
  expect(() => parseCompose(text, file, env)).not.toThrow();
  for (const name of names) {
    expect(() => parseCompose(text, file, { ...env, [name]: "" })).toThrow(`the variable ${name} is required`);
  }
});
