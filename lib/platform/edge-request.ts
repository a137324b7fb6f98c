import http from "node:http";

/** What came back, or null when nobody answered. */
export interface EdgeAnswer {
  readonly status: number;
  readonly body: string;
}

const largestBody = 64 * 1024;

/**
 * One GET through the edge as a visitor makes it: to the port, with the host's name in the header.
 * (Node's resolver may not know `*.localhost`.)
 * @param port the edge's port on this machine
 * @param timeoutMs longest wait in milliseconds
 */
export function requestThroughEdge(
  port: number,
  host: string,
  path: string,
  timeoutMs: number,
): Promise<EdgeAnswer | null> {
  return new Promise((resolve) => {
    const request = http.get(
      { host: "127.0.0.1", port, path, headers: { host: port === 80 ? host : `${host}:${port}` }, agent: false },
      (response) => {
        let body = "";
        response.setEncoding("utf8");
        response.on("data", (chunk: string) => {
          if (body.length < largestBody) body += chunk;
        });
        response.on("end", () => resolve({ status: response.statusCode ?? 0, body }));
        response.on("error", () => resolve(null));
      },
    );
    request.setTimeout(timeoutMs, () => request.destroy());
    request.on("error", () => resolve(null));
    request.on("close", () => resolve(null));
  });
}
