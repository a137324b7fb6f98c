/**
 * The two calls the browser makes to next-auth. Its own client brings ten times the code for
 * features that are switched off.
 */
async function postWithCsrf(action: "callback/link" | "signout", fields: Record<string, string>): Promise<Response> {
  const csrf = await fetch("/api/auth/csrf", { cache: "no-store" });
  if (!csrf.ok) return csrf;
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  return fetch(`/api/auth/${action}`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ ...fields, csrfToken, json: "true" }),
  });
}

export type Redemption = "in" | "refused" | "unavailable";

export async function redeemLink(token: string): Promise<Redemption> {
  const answer = await postWithCsrf("callback/link", { token, callbackUrl: "/admin" });
  if (answer.ok) return "in";
  if (answer.status !== 401) return "unavailable";
  const { url } = (await answer.json()) as { url: string };
  return new URL(url).searchParams.get("error") === "CredentialsSignin" ? "refused" : "unavailable";
}

export async function signOut(): Promise<boolean> {
  return (await postWithCsrf("signout", { callbackUrl: "/" })).ok;
}
