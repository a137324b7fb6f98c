/**
 * The calls the browser makes to next-auth. Its own client brings ten times the code for features
 * that are switched off.
 */
async function postWithCsrf(
  action: "callback/link" | "callback/password" | "signout",
  fields: Record<string, string>,
): Promise<Response> {
  const csrf = await fetch("/api/auth/csrf", { cache: "no-store" });
  if (!csrf.ok) return csrf;
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  return fetch(`/api/auth/${action}`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ ...fields, csrfToken, json: "true" }),
  });
}

export type Outcome = "in" | "refused" | "too_many" | "unavailable";

export const redeemLink = async (token: string): Promise<Outcome> =>
  readOutcome(await postWithCsrf("callback/link", { token, callbackUrl: "/" }));

export const signInWithPassword = async (email: string, password: string): Promise<Outcome> =>
  readOutcome(await postWithCsrf("callback/password", { email, password, callbackUrl: "/" }));

/** next-auth says why in the address it would have led to. */
async function readOutcome(answer: Response): Promise<Outcome> {
  if (answer.ok) return "in";
  if (answer.status !== 401) return "unavailable";
  const { url } = (await answer.json()) as { url: string };
  const error = new URL(url).searchParams.get("error");
  if (error === "CredentialsSignin") return "refused";
  return error === "too_many" ? "too_many" : "unavailable";
}

export async function signOut(): Promise<boolean> {
  return (await postWithCsrf("signout", { callbackUrl: "/" })).ok;
}
