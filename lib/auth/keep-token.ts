import { decode, encode } from "next-auth/jwt";
import { authSecret } from "./auth-secret.ts";

/** Sets these tokens apart from session cookies and drafts, which are sealed with the same secret. */
const salt = "keep demo";

/**
 * Proof that somebody is inside a demo, for the address of *Keep it*: who brings it may ask for that very stack.
 * @param expiresAt when the demo ends, and the proof with it
 */
export const sealKeepToken = (stackId: string, expiresAt: Date, now = new Date()): Promise<string> =>
  encode({
    token: { stackId },
    secret: authSecret(),
    salt,
    maxAge: Math.max(1, Math.floor((expiresAt.getTime() - now.getTime()) / 1000)),
  });

/** The stack to keep; null when the token is not ours or its demo is over. */
export async function readKeepToken(token: string | undefined): Promise<{ stackId: string } | null> {
  if (!token) return null;
  const found = await decode({ token, secret: authSecret(), salt }).catch(() => null);
  return typeof found?.stackId === "string" ? { stackId: found.stackId } : null;
}
