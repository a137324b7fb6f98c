import { describe, expect, it } from "vitest";
import { type Route, renderEdge } from "./render-edge.ts";

const input = (routes: readonly Route[]) => ({
  port: 8080,
  portalHosts: ["localhost"],
  portalUpstream: "127.0.0.1:3000",
  routes,
});

describe("the edge's configuration", () => {
  it("is the same text whatever order the routes come in", () => {
    const routes: Route[] = [
      { host: "b.localhost", kind: "proxy", upstream: "10.0.0.20:8080" },
      { host: "a.localhost", kind: "proxy", upstream: "10.0.0.4:8080" },
      { host: "c.localhost", kind: "closed" },
    ];
    expect(JSON.stringify(renderEdge(input(routes)))).toBe(JSON.stringify(renderEdge(input([...routes].reverse()))));
  });

  it("leads every running site through one map and one proxy", () => {
    const text = JSON.stringify(
      renderEdge(
        input([
          { host: "a.localhost", kind: "proxy", upstream: "10.0.0.4:8080" },
          { host: "b.localhost", kind: "proxy", upstream: "10.0.0.20:8080" },
        ]),
      ),
    );
    expect(text.match(/"handler":"map"/g)).toHaveLength(1);
    expect(text.match(/"dial":"\{edge_upstream\}"/g)).toHaveLength(1);
    expect(text).toContain('{"input":"a.localhost","outputs":["10.0.0.4:8080"]}');
  });

  it("shows a suspension's reason as text: no markup and no placeholder of it survives", () => {
    const reason = `<script>alert(1)</script> {http.request.host} "quoted" & 'so'`;
    const text = JSON.stringify(renderEdge(input([{ host: "a.localhost", kind: "suspended", reason }])));
    expect(text).not.toContain("<script>");
    expect(text).not.toContain("{http.request.host}\\");
    expect(text).toContain("&lt;script&gt;alert(1)&lt;/script&gt; &#123;http.request.host&#125;");
    expect(text).toContain('"status_code":403');
  });

  it("gives a closed site 410 and an unknown host a plain 404", () => {
    const text = JSON.stringify(renderEdge(input([{ host: "a.localhost", kind: "closed" }])));
    expect(text).toContain('"status_code":410');
    expect(text).toContain('"body":"Not found.\\n"');
    expect(text).not.toContain('"input":"a.localhost"');
  });

  it("sends visitors of a kept demo on to the same page of its new address", () => {
    const to = "http://acme.localhost:8080";
    const text = JSON.stringify(renderEdge(input([{ host: "demo-k3x9q.localhost", kind: "moved", to }])));
    expect(text).toContain('"status_code":308');
    expect(text).toContain('"Location":["http://acme.localhost:8080{http.request.uri}"]');
  });

  it("asks for no flushing of its own, which Caddy 2.6.2 does not survive when it is reloaded", () => {
    const proxied: Route[] = [{ host: "a.localhost", kind: "proxy", upstream: "10.0.0.4:8080" }];
    expect(JSON.stringify(renderEdge(input(proxied)))).not.toContain("flush_interval");
  });

  it("keeps its admin API on a unix socket", () => {
    expect(renderEdge(input([]))).toMatchObject({ admin: { listen: "unix//run/edge/admin.sock" } });
  });
});
