import http from "node:http";

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers: http.IncomingHttpHeaders;
}

const deadlineMs = 20_000;

/**
 * One request to the edge as a browser makes it, by its host's name. Redirects are not followed.
 * @throws when nobody answers within 20 seconds
 */
export function request(
  port: number,
  host: string,
  path: string,
  {
    method = "GET",
    headers = {},
    body = "",
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = http.request(
      { host: "127.0.0.1", port, path, method, agent: false, headers: { host: `${host}:${port}`, ...headers } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.once("error", reject);
        response.once("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            body: Buffer.concat(chunks).toString("utf8"),
            headers: response.headers,
          }),
        );
      },
    );
    sent.setTimeout(deadlineMs, () => sent.destroy(new Error(`${host}${path} did not answer within ${deadlineMs} ms`)));
    sent.once("error", reject);
    sent.end(body);
  });
}
