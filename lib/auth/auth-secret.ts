import { failure } from "../errors.ts";

const shortest = 32;

/** Key that session cookies are sealed with; the launcher derives it from the installation's key. */
export function authSecret(env: NodeJS.ProcessEnv = process.env): string {
  const secret = env.NEXTAUTH_SECRET ?? "";
  if (secret.length < shortest) {
    throw failure("key_invalid", { source: "NEXTAUTH_SECRET", why: `it has fewer than ${shortest} characters` });
  }
  return secret;
}
