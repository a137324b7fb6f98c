import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

/** argon2id with OWASP's minimum: 19 MiB, two passes, one lane. About 30 ms. */
const cost = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const tagLength = 32;
const saltLength = 16;
/** What a stored hash may ask of us at most. */
const largest = { memory: 262_144, passes: 10, parallelism: 8 } as const;

const derive = promisify(argon2);

/** One password typed on two keyboards may differ in how its accents are composed. */
const bytesOf = (password: string): Buffer => Buffer.from(password.normalize("NFC"));
const base64 = (bytes: Buffer): string => bytes.toString("base64").replace(/=+$/, "");

/** In PHC form: `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(saltLength);
  const tag = await derive("argon2id", { message: bytesOf(password), nonce, tagLength, ...cost });
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(nonce)}$${base64(tag)}`;
}

let nobodysHash: Promise<string> | undefined;

/**
 * Takes as long for nobody's password (null) as for somebody's, so that time does not tell who has an account.
 * @param stored in PHC form
 */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  nobodysHash ??= hashPassword(randomBytes(saltLength).toString("hex"));
  const parsed = parsePhc(stored ?? (await nobodysHash));
  if (parsed === null) return false;
  const { tag, ...parameters } = parsed;
  const found = await derive("argon2id", { message: bytesOf(password), tagLength: tag.length, ...parameters });
  return timingSafeEqual(found, tag) && stored !== null;
}

function parsePhc(text: string) {
  const found = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/.exec(
    text,
  );
  if (!found) return null;
  const [, memory, passes, parallelism, salt = "", hash = ""] = found;
  const parameters = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  for (const name of ["memory", "passes", "parallelism"] as const) if (parameters[name] > largest[name]) return null;
  return { ...parameters, nonce: Buffer.from(salt, "base64"), tag: Buffer.from(hash, "base64") };
}
