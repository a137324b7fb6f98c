import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { bareCompose } from "./bare-compose.ts";

type Services = Record<string, Record<string, unknown>>;

const ours = readFileSync(resolve(import.meta.dirname, "../../stack/docker-compose.yml"), "utf8");

describe("bareCompose", () => {
  it("takes health checks and start conditions out of every service of the stack's own file", () => {
    const before = parse(ours) as { services: Services };
    expect(Object.values(before.services).filter((service) => "healthcheck" in service)).toHaveLength(3);
    const after = parse(bareCompose(ours)) as { services: Services };
    expect(Object.keys(after.services)).toEqual(["db", "api", "web"]);
    for (const service of Object.values(after.services)) {
      expect(service).not.toHaveProperty("healthcheck");
      expect(service).not.toHaveProperty("depends_on");
    }
  });

  it("changes nothing else", () => {
    const expected = parse(ours) as { services: Services };
    for (const service of Object.values(expected.services)) {
      delete service.healthcheck;
      delete service.depends_on;
    }
    expect(parse(bareCompose(ours))).toEqual(expected);
  });

  it("leaves a file alone that waits for nothing", () => {
    const text = "services:\n  web:\n    image: a\n";
    expect(bareCompose(text)).toBe(text);
  });

  it.each(["services: 3", "a: [", ""])("refuses %j", (text) => {
    expect(() => bareCompose(text)).toThrow("not a compose file");
  });
});
