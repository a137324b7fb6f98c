import type { Installation } from "./installation.ts";
import { request } from "./request.ts";

/**
 * Signs in to the portal with a one-time link, as its page's button does.
 * @returns what reads pages of the portal as that admin
 */
export const enterPortal = ({ port }: Installation, adminUrl: string): Promise<ReadPage> =>
  signInWithLink(port, adminUrl);

type ReadPage = (path: string) => Promise<{ status: number; body: string }>;

/** @param port the edge's */
export async function signInWithLink(port: number, adminUrl: string): Promise<ReadPage> {
  const token = new URL(adminUrl).searchParams.get("token") ?? "";
  const jar = new Map<string, string>();
  const send = async (
    path: string,
    options: { method?: string; headers?: Record<string, string>; body?: string } = {},
  ) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await request(port, "localhost", path, { ...options, headers: { cookie, ...options.headers } });
    for (const line of answer.headers["set-cookie"] ?? []) {
      const [name = "", value = ""] = (line.split(";")[0] ?? "").split(/=(.*)/);
      jar.set(name, value);
    }
    return answer;
  };

  const { csrfToken } = JSON.parse((await send("/api/auth/csrf")).body) as { csrfToken: string };
  await send("/api/auth/callback/link", {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", origin: `http://localhost:${port}` },
    body: new URLSearchParams({ csrfToken, token, json: "true" }).toString(),
  });
  if (!jar.has("freehold.session")) throw new Error("the portal did not let the admin in");
  return (path) => send(path);
}
