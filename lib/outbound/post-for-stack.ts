import http from "node:http";
import https from "node:https";
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from "request-filtering-agent";

/** What came of a request: the answer's status and beginning, or why there is none, in words for whoever wanted it sent. */
export type PostOutcome = { readonly status: number; readonly body: string } | { readonly problem: string };

export interface Post {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Name, connection, request and answer together. Milliseconds. */
const deadlineMs = 10_000;
/** Bytes. */
const longestRequest = 512 * 1024;
const longestAnswer = 64 * 1024;
const keptOfAnswer = 1_000;
/** Of a stack's own headers only these are passed on. */
const passedOn = /^webhook-(id|timestamp|signature)$/;
/** Unicast by their range, and yet not of the Internet at large: relays, tunnels, a cloud's own host. */
const notPublic = ["192.88.99.0/24", "168.63.129.16", "2001::/23", "2002::/16", "64:ff9b::/96", "100.64.0.0/10"];

/**
 * Makes POST requests for stacks, which may not leave their network: to public addresses only, whatever
 * a URL or the DNS say. Names are resolved once and the connection goes to what was looked at; no
 * redirect is followed; a stack decides nothing but where to, the body and the signature.
 * @see https://github.com/azu/request-filtering-agent
 */
export class Poster {
  readonly #agents: { readonly "http:": http.Agent; readonly "https:": https.Agent };

  /** @param allowed addresses and CIDR blocks that are let through though they are not public */
  constructor(allowed: readonly string[]) {
    const rules = { allowIPAddressList: [...allowed], denyIPAddressList: notPublic, keepAlive: false };
    this.#agents = {
      "http:": new RequestFilteringHttpAgent(rules),
      "https:": new RequestFilteringHttpsAgent({ ...rules, minVersion: "TLSv1.2" }),
    };
  }

  /** Never throws: what went wrong is the outcome. */
  async post(post: Post): Promise<PostOutcome> {
    const url = URL.canParse(post.url) ? new URL(post.url) : null;
    const problem = url === null ? "This is not an http or https address." : problemWith(url, post.body);
    if (url === null || problem !== null) return { problem: problem ?? "" };
    try {
      return await this.#send(url, post);
    } catch (error) {
      return { problem: wordsFor(error as NodeJS.ErrnoException) };
    }
  }

  #send(url: URL, { headers, body }: Post): Promise<PostOutcome> {
    const { request } = url.protocol === "https:" ? https : http;
    const signal = AbortSignal.timeout(deadlineMs);
    const options = {
      method: "POST",
      agent: this.#agents[url.protocol as "http:" | "https:"],
      signal,
      headers: {
        ...Object.fromEntries(Object.entries(headers).filter(([name]) => passedOn.test(name))),
        "content-type": "application/json",
        "content-length": Buffer.byteLength(body),
        "user-agent": "Freehold-CMS/1",
      },
    };
    return new Promise((resolve, reject) => {
      const asked = request(url, options, (response) => {
        const chunks: Buffer[] = [];
        let length = 0;
        const settle = (): void => {
          const text = Buffer.concat(chunks).subarray(0, keptOfAnswer).toString("utf8");
          resolve({ status: response.statusCode ?? 0, body: text });
        };
        response.on("data", (chunk: Buffer) => {
          if (length < keptOfAnswer) chunks.push(chunk);
          length += chunk.length;
          if (length > longestAnswer) response.destroy();
        });
        response.on("close", settle);
        response.on("error", settle);
      });
      asked.on("error", reject);
      asked.end(body);
    });
  }
}

/** Why nothing is sent there, as far as the URL alone tells; null when it may be tried. */
function problemWith(url: URL, body: string): string | null {
  if (!/^https?:$/.test(url.protocol) || url.username || url.password)
    return "This is not an http or https address without a name or password in it.";
  // Below 1024, ports belong to services that a request could be made to say something else to.
  const port = Number(url.port || (url.protocol === "https:" ? 443 : 80));
  if (port < 1024 && port !== 80 && port !== 443) return "The port must be 80, 443 or one from 1024 on.";
  if (Buffer.byteLength(body) > longestRequest) return "The message is too long.";
  return null;
}

function wordsFor(error: NodeJS.ErrnoException): string {
  if (error.name === "TimeoutError" || error.name === "AbortError")
    return `There was no answer within ${deadlineMs / 1000} seconds.`;
  if (/is not allowed/.test(error.message)) return "The address leads into a private network; nothing was sent.";
  if (error.code === "ENOTFOUND" || error.code === "EAI_AGAIN") return "The name of the host was not found.";
  if (/^(CERT_|UNABLE_TO|SELF_SIGNED|DEPTH_ZERO|ERR_TLS_CERT)/.test(error.code ?? ""))
    return `The certificate is not valid: ${error.code}.`;
  if (/^(ERR_SSL|EPROTO)/.test(error.code ?? "")) return "A secure connection could not be made.";
  if (error.code?.startsWith("HPE_")) return "The answer is not HTTP.";
  return "The connection could not be made or was cut.";
}
