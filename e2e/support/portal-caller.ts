import { createHash, randomBytes } from "node:crypto";
import http from "node:http";
import { inControlDatabase, makePerson } from "./client-session.ts";

export interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  /** Empty for a stream, which is let go as soon as it stands. */
  readonly body: string;
}

interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Somebody who asks the portal without a browser, so that nothing but the portal refuses. */
export class PortalCaller {
  readonly #origin: URL;
  readonly #jar = new Map<string, string>();

  constructor(portalUrl: string) {
    this.#origin = new URL(portalUrl);
  }

  get origin(): string {
    return this.#origin.origin;
  }

  /** For a browser that is to be the same person. */
  cookies(): { name: string; value: string; url: string }[] {
    return [...this.#jar].map(([name, value]) => ({ name, value, url: this.origin }));
  }

  /** Asks once; redirects are not followed. */
  async ask(path: string, sent: Sent = {}): Promise<Answer> {
    const response = await this.#open(path, sent);
    const isStream = response.headers["content-type"]?.startsWith("text/event-stream") ?? false;
    if (isStream) response.destroy();
    return {
      status: response.statusCode ?? 0,
      headers: response.headers,
      body: isStream ? "" : await textOf(response),
    };
  }

  /** Follows a stream. @returns what came until the server ended it */
  async follow(path: string, deadlineMs: number): Promise<{ readonly status: number; readonly over: Promise<string> }> {
    const response = await this.#open(path, {});
    const timer = setTimeout(
      () => response.destroy(new Error(`${path} still stands after ${deadlineMs} ms`)),
      deadlineMs,
    );
    const over = textOf(response).finally(() => clearTimeout(timer));
    // Whoever does not wait for it is told by the status.
    over.catch(() => {});
    return { status: response.statusCode ?? 0, over };
  }

  /** Calls a server action as Next's own code in the browser does. */
  act(path: string, id: string, input: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.ask(path, {
      method: "POST",
      headers: {
        "next-action": id,
        accept: "text/x-component",
        "content-type": "text/plain;charset=UTF-8",
        origin: this.origin,
        ...headers,
      },
      body: JSON.stringify([input]),
    });
  }

  /** By a one-time link, as the mail's button does, without the mail. */
  async signIn(email: string): Promise<void> {
    const userId = await makePerson(email);
    const token = randomBytes(32).toString("base64url");
    await inControlDatabase((db) =>
      db.query(
        `INSERT INTO one_time_tokens (token_hash, purpose, user_id, expires_at)
         VALUES ($1, 'sign_in', $2, now() + interval '10 minutes')`,
        [createHash("sha256").update(token).digest("hex"), userId],
      ),
    );
    const { csrfToken } = JSON.parse((await this.ask("/api/auth/csrf")).body) as { csrfToken: string };
    await this.post("/api/auth/callback/link", { csrfToken, token, json: "true" });
    if (!this.#jar.has("freehold.session")) throw new Error(`${email} could not sign in`);
  }

  /** Sends a form. */
  post(path: string, fields: Record<string, string>, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.ask(path, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", origin: this.origin, ...headers },
      body: new URLSearchParams(fields).toString(),
    });
  }

  #open(path: string, { method = "GET", headers = {}, body = "" }: Sent): Promise<http.IncomingMessage> {
    const cookie = [...this.#jar].map(([name, value]) => `${name}=${value}`).join("; ");
    return new Promise((resolve, reject) => {
      const request = http.request(
        {
          host: "127.0.0.1",
          port: this.#origin.port,
          path,
          method,
          agent: false,
          headers: { host: this.#origin.host, cookie, ...headers },
        },
        (response) => {
          for (const line of response.headers["set-cookie"] ?? []) {
            const [name = "", value = ""] = (line.split(";")[0] ?? "").split(/=(.*)/);
            if (value === "") this.#jar.delete(name);
            else this.#jar.set(name, value);
          }
          resolve(response);
        },
      );
      request.once("error", reject);
      request.end(body);
    });
  }
}

async function textOf(response: http.IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of response.setEncoding("utf8")) text += chunk;
  return text;
}
