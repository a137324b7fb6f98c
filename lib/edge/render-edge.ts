import { closedPage, startingPage, suspendedPage } from "./pages.ts";

/** Where one host leads. */
export type Route =
  | { readonly host: string; readonly kind: "proxy"; readonly upstream: string }
  | { readonly host: string; readonly kind: "suspended"; readonly reason: string | null }
  | { readonly host: string; readonly kind: "closed" }
  /** Leads to the same path elsewhere. */
  | { readonly host: string; readonly kind: "moved"; readonly to: string };

export interface EdgeInput {
  /** Port that people come to, on every address. */
  readonly port: number;
  readonly portalHosts: readonly string[];
  /** `127.0.0.1:port` */
  readonly portalUpstream: string;
  readonly routes: readonly Route[];
}

/** Path of the admin socket inside the edge's container. */
const adminSocket = "unix//run/edge/admin.sock";
/** How long a request is held while a site that just started takes its first connection. */
const holdFor = "5s";

/**
 * `flush_interval: -1` is left out on purpose: with it Caddy 2.6.2 panics when a load meets a request
 * that is under way. Answers of unknown length, and event streams, are flushed at once all the same.
 */
const proxy = (upstream: string, hold: boolean) => ({
  handler: "reverse_proxy",
  upstreams: [{ dial: upstream }],
  // Left to itself it asks for gzip when the visitor did not, and unpacks each answer.
  transport: { protocol: "http", dial_timeout: "2s", compression: false },
  ...(hold && { load_balancing: { try_duration: holdFor, try_interval: "50ms" } }),
});

const page = (status: number, body: string, extra: Record<string, string[]> = {}) => ({
  handler: "static_response",
  status_code: status,
  headers: {
    "Content-Type": ["text/html; charset=utf-8"],
    "Cache-Control": ["no-store"],
    "Content-Security-Policy": ["default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"],
    "X-Content-Type-Options": ["nosniff"],
    ...extra,
  },
  body,
});

function answerOf(route: Exclude<Route, { kind: "proxy" }>) {
  switch (route.kind) {
    case "closed":
      return page(410, closedPage());
    case "suspended":
      return page(403, suspendedPage(route.reason));
    case "moved":
      return {
        handler: "static_response",
        status_code: 308,
        // A browser asks again after an hour: the address may go with its site.
        headers: { Location: [`${route.to}{http.request.uri}`], "Cache-Control": ["max-age=3600"] },
      };
  }
}

/**
 * Caddy's whole configuration as a pure function of the routes. One `map` feeds one `reverse_proxy`:
 * with 10,000 hosts that answers three times as fast as a route a host (measured, see
 * docs/decisions).
 */
export function renderEdge({ port, portalHosts, portalUpstream, routes }: EdgeInput): unknown {
  const sorted = [...routes].sort((a, b) => (a.host < b.host ? -1 : 1));
  const mappings = sorted.flatMap((route) =>
    route.kind === "proxy" ? [{ input: route.host, outputs: [route.upstream] }] : [],
  );
  const pages = sorted.flatMap((route) => {
    if (route.kind === "proxy") return [];
    return [{ match: [{ host: [route.host] }], handle: [answerOf(route)], terminal: true }];
  });
  const starting = page(503, startingPage(), { "Retry-After": ["2"] });
  return {
    admin: { listen: adminSocket },
    apps: {
      http: {
        servers: {
          edge: {
            listen: [`:${port}`],
            automatic_https: { disable: true },
            routes: [
              { handle: [{ handler: "headers", response: { deferred: true, delete: ["Server"] } }] },
              { match: [{ host: [...portalHosts] }], handle: [proxy(portalUpstream, false)], terminal: true },
              {
                handle: [
                  {
                    handler: "map",
                    source: "{http.request.host}",
                    destinations: ["{edge_upstream}"],
                    mappings,
                    defaults: ["none"],
                  },
                ],
              },
              ...pages,
              {
                match: [{ not: [{ vars: { "{edge_upstream}": ["none"] } }] }],
                handle: [proxy("{edge_upstream}", true)],
                terminal: true,
              },
              {
                handle: [
                  {
                    handler: "static_response",
                    status_code: 404,
                    headers: { "Content-Type": ["text/plain; charset=utf-8"] },
                    body: "Not found.\n",
                  },
                ],
              },
            ],
            errors: {
              routes: [{ handle: [{ handler: "headers", response: { delete: ["Server"] } }, starting] }],
            },
          },
        },
      },
    },
  };
}
