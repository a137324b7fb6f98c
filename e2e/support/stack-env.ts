import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import type { Installation } from "./installation.ts";

export const envFileOf = ({ home }: Installation, slug: string): string => join(home, "stacks", slug, ".env");

/** The variables of a tenant's stack, as Docker Compose would read them. */
export function readStackEnv(installation: Installation, slug: string): (name: string) => string {
  const env = parseEnv(readFileSync(envFileOf(installation, slug), "utf8"));
  return (name) => {
    const value = env[name];
    if (!value) throw new Error(`${name} is not in the .env of ${slug}`);
    return value;
  };
}
