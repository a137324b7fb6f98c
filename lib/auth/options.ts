import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { FreeholdError } from "../errors.ts";
import { portalDb } from "../portal/database.ts";
import { requestSource } from "../portal/request-source.ts";
import { portalIsHttps } from "../portal/settings.ts";
import { authSecret } from "./auth-secret.ts";
import { sessionLifetimeMs } from "./open-session.ts";
import { redeemSignInToken } from "./redeem-token.ts";
import { revokeSession } from "./revoke-session.ts";
import { sessionCookieName } from "./session-cookie.ts";

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

/** next-auth, with one way in: an admin's one-time link. The cookie names a session row, no more. */
export function authOptions(): NextAuthOptions {
  const secure = portalIsHttps();
  return {
    secret: authSecret(),
    useSecureCookies: secure,
    session: { strategy: "jwt", maxAge: sessionLifetimeMs / 1000 },
    pages: { signIn: "/admin/enter", error: "/admin/enter", signOut: "/" },
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
        async authorize(credentials, request) {
          if (!credentials?.token) return null;
          try {
            const from = requestSource(request.headers ?? {});
            const session = await redeemSignInToken(portalDb(), credentials.token, ["enter"], from);
            return { id: session.userId, email: session.email, sessionId: session.sessionId };
          } catch (thrown) {
            if (thrown instanceof FreeholdError && thrown.code === "link_invalid") return null;
            // next-auth puts an error's text into the answer's URL; ours stays in the log.
            console.error(thrown);
            throw new Error("unavailable", { cause: thrown });
          }
        },
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
