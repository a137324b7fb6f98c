import { failure } from "../errors.ts";
import { printable } from "./printable.ts";

const longest = 120;

/** A company's name as people write it, spaces tidied. @throws name_invalid */
export function parseTenantName(text: string): string {
  const name = text.normalize("NFC").replace(/\s+/gu, " ").trim();
  if (name === "") throw failure("name_invalid", { why: "it is empty" });
  if (/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u.test(name))
    throw failure("name_invalid", { why: "it has characters that cannot be printed" });
  if (name.length > longest) throw failure("name_invalid", { why: `it has more than ${longest} characters` });
  return name;
}

/** @throws email_invalid */
export function parseEmail(text: string): string {
  const email = text.trim();
  if (email.length > 254 || !/^[^\s\p{C}@<>"',;:()[\]\\]+@[^\s\p{C}@.]+(\.[^\s\p{C}@.]+)+$/u.test(email)) {
    throw failure("email_invalid", { email: printable(email) });
  }
  return email;
}
