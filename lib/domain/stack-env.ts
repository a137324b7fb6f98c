import { siteUrl } from "./site-url.ts";
import { serviceAddresses } from "./subnets.ts";

/** What is secret about a stack. */
export interface StackSecrets {
  readonly dbPassword: string;
  readonly secretKey: string;
  readonly controlToken: string;
}

export interface StackFacts {
  readonly name: string;
  readonly siteName: string;
  /** The label the site answers under, usually the tenant's slug. */
  readonly slug: string;
  readonly baseDomain: string;
  readonly edgePort: number;
  readonly releaseId: string;
  readonly subnet: string;
}

/** The variables of a stack, as its compose file expects them. */
export function stackEnv(facts: StackFacts, secrets: StackSecrets): Record<string, string> {
  const addresses = serviceAddresses(facts.subnet);
  return {
    RELEASE: facts.releaseId,
    STACK_NAME: facts.name,
    SITE_NAME: facts.siteName,
    SITE_URL: siteUrl(facts.slug, facts.baseDomain, facts.edgePort),
    HTTP_PORT: "0",
    SUBNET: facts.subnet,
    DB_ADDRESS: addresses.db,
    API_ADDRESS: addresses.api,
    WEB_ADDRESS: addresses.web,
    DB_PASSWORD: secrets.dbPassword,
    SECRET_KEY: secrets.secretKey,
    CONTROL_TOKEN: secrets.controlToken,
    // Nothing leaves a stack by itself (docs/decisions/0013): the worker collects it.
    OUTGOING: "collected",
  };
}

/** An `.env` file as `docker compose` reads it: double quotes, with `\`, `"`, `$` and newlines escaped. */
export function renderEnvFile(env: Readonly<Record<string, string>>): string {
  const quote = (value: string): string =>
    /^[\w./:@-]*$/.test(value) ? value : `"${value.replace(/[\\"$]/g, "\\$&").replace(/\n/g, "\\n")}"`;
  return Object.entries(env)
    .map(([name, value]) => `${name}=${quote(value)}\n`)
    .join("");
}
