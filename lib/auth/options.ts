import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { z } from "zod";
import { longestPassword } from "../domain/password-strength.ts";
import { FreeholdError, failure } from "../errors.ts";
import { portalDb } from "../portal/database.ts";
import { requestSource } from "../portal/request-source.ts";
import { portalIsHttps } from "../portal/settings.ts";
import { authSecret } from "./auth-secret.ts";
import { takeFromLimit } from "./limits.ts";
import { type NewSession, sessionLifetimeMs } from "./open-session.ts";
import { redeemSignInToken, signInPurposes } from "./redeem-token.ts";
import { revokeSession } from "./revoke-session.ts";
import { sessionCookieName } from "./session-cookie.ts";
import { signInWithPassword } from "./sign-in-with-password.ts";

declare module "next-auth" {
  interface User {
    sessionId: string;
  }
}
declare module "next-auth/jwt" {
  interface JWT {
    /** The row in `sessions` that this cookie stands for. */
    sessionId?: string;
  }
}

/**
 * next-auth, with two ways in: a one-time link, and address and password. The cookie names a session
 * row, no more.
 */
export function authOptions(): NextAuthOptions {
  const secure = portalIsHttps();
  return {
    secret: authSecret(),
    useSecureCookies: secure,
    session: { strategy: "jwt", maxAge: sessionLifetimeMs / 1000 },
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/" },
    cookies: {
      sessionToken: {
        name: sessionCookieName(),
        options: { httpOnly: true, sameSite: "lax", path: "/", secure },
      },
    },
    providers: [
      Credentials({
        id: "link",
        name: "One-time link",
        credentials: { token: {} },
        authorize: (credentials, request) =>
          asUser(async () => {
            const from = requestSource(request.headers ?? {});
            await takeFromLimit("verify", from.address ?? "unknown");
            return redeemSignInToken(portalDb(), credentials?.token ?? "", signInPurposes, from);
          }),
      }),
      Credentials({
        id: "password",
        name: "Address and password",
        credentials: { email: {}, password: {} },
        authorize: (credentials, request) =>
          asUser(async () => {
            const from = requestSource(request.headers ?? {});
            const parsed = passwordSignIn.safeParse(credentials);
            if (!parsed.success) throw failure("sign_in_refused");
            await takeFromLimit("signIn", from.address ?? "unknown");
            // Counted for addresses without an account as well: being told to wait says nothing.
            await takeFromLimit("signInAccount", parsed.data.email);
            return signInWithPassword(portalDb(), parsed.data, from);
          }),
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sessionId: user.sessionId } : token),
    },
    events: {
      async signOut({ token }) {
        if (token?.sessionId)
          await revokeSession(portalDb(), token.sessionId, { origin: "portal", requestId: crypto.randomUUID() });
      },
    },
  };
}

const passwordSignIn = z.object({
  email: z.string().trim().toLowerCase().min(1).max(254),
  password: z.string().min(1).max(longestPassword),
});

/** Refusals in next-auth's own terms; the browser's side of this is components/portal/auth-client.ts. */
async function asUser(open: () => Promise<NewSession>) {
  try {
    const { userId, email, sessionId } = await open();
    return { id: userId, email, sessionId };
  } catch (thrown) {
    const code = thrown instanceof FreeholdError ? thrown.code : null;
    if (code === "link_invalid" || code === "sign_in_refused") return null;
    if (code === "too_many") throw new Error("too_many", { cause: thrown });
    // next-auth puts an error's text into the answer's URL; ours stays in the log.
    console.error(thrown);
    throw new Error("unavailable", { cause: thrown });
  }
}
