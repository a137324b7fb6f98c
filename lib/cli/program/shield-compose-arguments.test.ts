import { expect, test } from "vitest";
import { shieldComposeArguments } from "./shield-compose-arguments.ts";

const shield = (line: string): string => shieldComposeArguments(line.split(" ")).join(" ");

test("what follows the slug reaches docker compose, options and all", () => {
  expect(shield("compose acme ps --format json")).toBe("compose acme -- ps --format json");
  expect(shield("--namespace x compose acme logs --tail 5")).toBe("--namespace x compose acme -- logs --tail 5");
});

test("other commands, and an explicit --, are left as they are", () => {
  expect(shield("onboard compose --json")).toBe("onboard compose --json");
  expect(shield("compose acme -- ps")).toBe("compose acme -- ps");
  expect(shield("compose")).toBe("compose");
});
