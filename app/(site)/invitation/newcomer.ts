import { z } from "zod";
import { hashPassword } from "@/lib/auth/password.ts";
import { newPasswordField, personNameField, tokenField } from "@/lib/domain/form-fields.ts";
import { failure } from "@/lib/errors.ts";
import type { Accepter } from "@/lib/tenants/account-of-invited.ts";

/** What somebody new says of themselves. */
export const newcomer = z.object({ token: tokenField, name: personNameField, password: newPasswordField });

/**
 * Hashing takes its time and memory; only a link that is good is worth it.
 * @throws invitation_invalid
 */
export async function asNewcomer(
  { token, name, password }: z.output<typeof newcomer>,
  find: (token: string) => Promise<object | null>,
): Promise<Accepter> {
  if ((await find(token)) === null) throw failure("invitation_invalid");
  return { kind: "new", name, passwordHash: await hashPassword(password) };
}
