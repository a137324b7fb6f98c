import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { portalIsHttps } from "../portal/settings.ts";
import { authSecret } from "./auth-secret.ts";

/** Which demo a browser has: in a sealed cookie, as a visitor has no account. It opens nothing but that demo. */

const salt = "demo visit";
const cookieName = (): string => (portalIsHttps() ? "__Host-freehold.demo" : "freehold.demo");

/** Has the browser remember its demo for as long as that lives. */
export async function rememberDemo(stackId: string, expiresAt: Date): Promise<void> {
  const value = await sealDemoVisit(stackId, expiresAt);
  const options = { httpOnly: true, sameSite: "lax", path: "/", secure: portalIsHttps() } as const;
  (await cookies()).set(cookieName(), value, { ...options, expires: expiresAt });
}

/** The stack of the demo that this browser opened last; null when there is none. */
export const currentDemoVisit = async (): Promise<string | null> =>
  readDemoVisit((await cookies()).get(cookieName())?.value);

export const sealDemoVisit = (stackId: string, expiresAt: Date, now = new Date()): Promise<string> =>
  encode({
    token: { stackId },
    secret: authSecret(),
    salt,
    maxAge: Math.max(1, Math.floor((expiresAt.getTime() - now.getTime()) / 1000)),
  });

export async function readDemoVisit(sealed: string | undefined): Promise<string | null> {
  if (!sealed) return null;
  const found = await decode({ token: sealed, secret: authSecret(), salt }).catch(() => null);
  return typeof found?.stackId === "string" ? found.stackId : null;
}
