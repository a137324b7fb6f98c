import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseCompose } from "../domain/compose/parse.ts";
import { stackEnv } from "../domain/stack-env.ts";
import type { Home } from "../home.ts";

export const stackFile = (home: Home): string => join(home.project, "stack", "docker-compose.yml");

/** Values only the file's shape is checked with; no container sees them. */
const example = stackEnv(
  {
    name: "example",
    siteName: "Example",
    slug: "example",
    baseDomain: "localhost",
    edgePort: 8080,
    releaseId: "example",
    subnet: "10.0.0.0/28",
  },
  { dbPassword: "example", secretKey: "example", controlToken: "example" },
);

/**
 * Refuses a compose file that no client could be given, before anything is built or started.
 * @throws compose_invalid, variable_missing
 */
export function checkStackFile(home: Home): void {
  const file = stackFile(home);
  parseCompose(readFileSync(file, "utf8"), file, example);
}
