import { describe, expect, test } from "vitest";
import { type IntroductionFacts, introductionOf } from "./introduction.ts";

const siteUrl = "http://acme.localhost:8080";
const tenant = { name: "Acme Inc.", siteUrl, wantedSample: "bakery", wasTheirDemo: false };
const nothing = { sample: null, site: null };
const told = (facts: Partial<IntroductionFacts>) =>
  introductionOf({ bornHost: "demo-k3x9q", sample: "demo", identity: null, demo: null, tenant: null, ...facts });

describe("a stack that belongs to nobody", () => {
  test("gets the demo's sample, once", () => {
    expect(told({ sample: null })).toEqual({ sample: "demo", site: null });
    expect(told({ sample: "demo" })).toEqual(nothing);
  });
});

describe("a demo", () => {
  const endsAt = "2026-12-08T12:00:00.000Z";
  const demo = { siteUrl: "http://demo-k3x9q.localhost:8080", endsAt: new Date(endsAt), isKept: true };
  const identity = { siteUrl: demo.siteUrl, demo: { expiresAt: endsAt } };

  test("is told nothing that whoever enters it brings along", () => {
    expect(told({ demo: { ...demo, isKept: false } })).toEqual(nothing);
  });

  test("is told of its later end when somebody asked to keep it, once, and when that came to nothing", () => {
    const { siteUrl } = demo;
    expect(told({ demo }).site).toEqual({ siteUrl, demo: { expiresAt: endsAt } });
    expect(told({ demo, identity })).toEqual(nothing);
    const sooner = { ...demo, isKept: false, endsAt: new Date("2026-11-24T12:00:00.000Z") };
    expect(told({ demo: sooner, identity }).site).toEqual({ siteUrl, demo: { expiresAt: "2026-11-24T12:00:00.000Z" } });
  });

  test("that was told so is handed over to its client like any other", () => {
    const theirs = told({ tenant: { ...tenant, wasTheirDemo: true }, identity });
    expect(theirs).toEqual({ sample: null, site: { siteUrl, siteName: "Acme Inc.", demo: null } });
    expect(told({ tenant, identity }).sample).toBe("bakery");
  });
});

describe("a stack that was made ahead and has a tenant now", () => {
  test("gets the sample they chose, their address and their name, and is no demo any longer", () => {
    expect(told({ tenant })).toEqual({
      sample: "bakery",
      site: { siteUrl, siteName: "Acme Inc.", demo: null },
    });
  });

  test("is emptied for one who chose to begin with nothing", () => {
    expect(told({ tenant: { ...tenant, wantedSample: "empty" } }).sample).toBe("empty");
  });

  test("keeps what its client made in it as a demo's visitor", () => {
    const { sample, site } = told({ tenant: { ...tenant, wasTheirDemo: true } });
    expect(sample).toBeNull();
    expect(site).toEqual({ siteUrl, siteName: "Acme Inc.", demo: null });
  });

  test("is told nothing twice, and keeps the name it was given when its client is renamed", () => {
    const identity = { siteUrl };
    expect(told({ tenant, sample: "bakery", identity })).toEqual(nothing);
    expect(told({ tenant: { ...tenant, name: "Acme SE" }, sample: "bakery", identity })).toEqual(nothing);
  });

  test("is told its new address when that changes, and nothing else", () => {
    const moved = { ...tenant, siteUrl: "http://acme.localhost" };
    expect(told({ tenant: moved, sample: "demo", identity: { siteUrl } })).toEqual({
      sample: null,
      site: { siteUrl: "http://acme.localhost" },
    });
  });
});

describe("a stack that was made for its tenant", () => {
  const own = { bornHost: null, sample: null };
  test("gets the sample that was asked for, once, and has the rest from its environment", () => {
    expect(told({ ...own, tenant })).toEqual({ sample: "bakery", site: null });
    expect(told({ ...own, tenant, sample: "bakery" })).toEqual(nothing);
  });

  test("is left empty when that was asked for, or nobody was asked", () => {
    expect(told({ ...own, tenant: { ...tenant, wantedSample: "empty" } })).toEqual(nothing);
    expect(told({ ...own, tenant: { ...tenant, wantedSample: null } })).toEqual(nothing);
  });
});
