import { cookies } from "next/headers";
import { decode, encode } from "next-auth/jwt";
import { draftShape, type SignUpDraft } from "../domain/sign-up-steps.ts";
import { portalIsHttps } from "../portal/settings.ts";
import { authSecret } from "./auth-secret.ts";

/** Sets drafts apart from what else is sealed with the same secret. */
const salt = "sign-up draft";
/** Seconds. */
const maxAge = 24 * 60 * 60;

const cookieName = (): string => (portalIsHttps() ? "__Host-freehold.sign-up" : "freehold.sign-up");

/**
 * What somebody answered so far, in an encrypted cookie: nothing is written into the control
 * database before it is sent, and nothing is lost on reload or on the way back.
 */
export async function readDraft(): Promise<SignUpDraft> {
  const token = (await cookies()).get(cookieName())?.value;
  if (!token) return {};
  const found = await decode({ token, secret: authSecret(), salt }).catch(() => null);
  const parsed = draftShape.safeParse(found?.draft);
  return parsed.success ? parsed.data : {};
}

/** For server actions. */
export async function writeDraft(draft: SignUpDraft): Promise<void> {
  const token = await encode({ token: { draft }, secret: authSecret(), salt, maxAge });
  (await cookies()).set(cookieName(), token, {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: portalIsHttps(),
    maxAge,
  });
}

/** For server actions. */
export async function clearDraft(): Promise<void> {
  (await cookies()).set(cookieName(), "", {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    secure: portalIsHttps(),
    maxAge: 0,
  });
}
