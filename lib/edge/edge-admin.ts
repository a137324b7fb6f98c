import http from "node:http";
import { join } from "node:path";
import { failure } from "../errors.ts";
import type { Home } from "../home.ts";

/** Where the edge's admin API listens on the host. */
export const edgeAdminSocket = (home: Home): string => join(home.sockets, "edge", "admin.sock");

const deadlineMs = 15_000;

/**
 * Validates and puts in force a whole configuration; the last good one stays when it is refused.
 * @throws edge_refused, edge_away
 */
export async function loadEdge(socket: string, configuration: unknown): Promise<void> {
  const { status, body } = await request(socket, "POST", "/load", JSON.stringify(configuration));
  if (status !== 200) throw failure("edge_refused", { why: messageOf(body) ?? `status ${status}` });
}

/** The configuration in force. @throws edge_away */
export async function readEdge(socket: string): Promise<unknown> {
  const { status, body } = await request(socket, "GET", "/config/");
  if (status !== 200) throw failure("edge_away", { why: `status ${status}` });
  return JSON.parse(body);
}

function messageOf(body: string): string | null {
  try {
    return String((JSON.parse(body) as { error?: unknown }).error ?? body).slice(0, 500);
  } catch {
    return body.slice(0, 500) || null;
  }
}

function request(
  socketPath: string,
  method: string,
  path: string,
  body = "",
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    // Over its unix socket Caddy accepts an empty Host only; an object of headers cannot say that.
    const headers = ["Host", "", "Content-Type", "application/json", "Content-Length", String(Buffer.byteLength(body))];
    const call = http.request({ socketPath, method, path, headers, agent: false, timeout: deadlineMs }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString("utf8") }),
      );
      response.on("error", reject);
    });
    call.on("timeout", () => call.destroy(new Error(`no answer within ${deadlineMs / 1000} s`)));
    call.on("error", (error) => reject(failure("edge_away", { why: error.message }, { cause: error })));
    call.end(body);
  });
}
