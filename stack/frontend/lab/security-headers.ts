import { readFileSync } from "node:fs";

/** What nginx sends with the admin's files, read where it is said. */
export function securityHeaders(): Record<string, string> {
  const file = new URL("../nginx/security-headers.conf", import.meta.url);
  const headers = readFileSync(file, "utf8").matchAll(/^add_header ([\w-]+) "?(.*?)"? always;$/gm);
  return Object.fromEntries([...headers].map(([, name, value]) => [name, value]));
}
