import { describe, expect, test } from "vitest";
import { securityHeaders } from "./security-headers.ts";

const production = { nonce: "abc", https: false, development: false };

describe("every answer", () => {
  test("allows no script or style without the request's nonce, and no frame around it", () => {
    const policy = securityHeaders(production)["content-security-policy"];
    expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
    expect(policy).toContain("style-src 'self' 'nonce-abc';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe");
  });

  test("lets forms lead nowhere but to us, unless this page's do", () => {
    expect(securityHeaders(production)["content-security-policy"]).toContain("form-action 'self';");
    const formTargets = ["http://*.localhost:8080"];
    const policy = securityHeaders({ ...production, formTargets })["content-security-policy"];
    expect(policy).toContain("form-action 'self' http://*.localhost:8080;");
  });

  test("binds browsers to HTTPS only where there is HTTPS", () => {
    expect(securityHeaders(production)).not.toHaveProperty("strict-transport-security");
    expect(securityHeaders({ ...production, https: true })).toHaveProperty("strict-transport-security");
  });
});
