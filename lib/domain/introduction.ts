import { isEndNews } from "./demo-end.ts";
import { poolSample } from "./demo-pool.ts";

/** What a stack is told over its own API once it answers, decided from its row; pure. */

export interface IntroductionFacts {
  /** Host it was made with, when it was made ahead. */
  readonly bornHost: string | null;
  readonly sample: string | null;
  /** What it was last told; `demo` while it is one that was told of its end. */
  readonly identity: { readonly siteUrl: string; readonly demo?: { readonly expiresAt: string } | null } | null;
  /** The demo that it is: where, and until when. Null for a tenant's, and for the pool's. */
  readonly demo: { readonly siteUrl: string; readonly endsAt: Date; readonly isKept: boolean } | null;
  readonly tenant: {
    readonly name: string;
    readonly siteUrl: string;
    /** What its client asked to begin with; null when nobody was asked. */
    readonly wantedSample: string | null;
    /** Whether its client made what is in it, as a demo's visitor. */
    readonly wasTheirDemo: boolean;
  } | null;
}

export interface Introduction {
  /** The sample site to put in; null leaves what is there. */
  readonly sample: string | null;
  readonly site: {
    readonly siteUrl: string;
    readonly siteName?: string;
    readonly demo?: { readonly expiresAt: string } | null;
  } | null;
}

/**
 * Whoever enters a demo brings along until when it lives; it is told when that has changed since, because
 * somebody asked to keep it. Sample first, then identity: an identity that was told means that the sample is in, so that a
 * worker killed in between begins again where it was. A stack that was made for its tenant has its
 * name and address from its environment, and is told nothing but its sample.
 */
export function introductionOf({ bornHost, sample, identity, demo, tenant }: IntroductionFacts): Introduction {
  if (tenant === null)
    return { sample: sample === null ? poolSample : null, site: demo && extensionOf(identity, demo) };
  const isNew = bornHost === null ? sample === null : !isHandedOver(identity) && !tenant.wasTheirDemo;
  const wanted = tenant.wantedSample;
  const planted = sample ?? "empty";
  return {
    sample: isNew && wanted !== null && wanted !== planted ? wanted : null,
    site: bornHost === null ? null : siteOf(identity, tenant),
  };
}

type Told = IntroductionFacts["identity"];

/** A demo is told of its end alone; who it is for, when it is somebody's. */
const isHandedOver = (identity: Told): identity is NonNullable<Told> => identity !== null && !identity.demo;

function siteOf(identity: Told, { name, siteUrl }: { name: string; siteUrl: string }): Introduction["site"] {
  // Named once, at the hand-over; from then on the CMS's own settings have the word.
  if (!isHandedOver(identity)) return { siteUrl, siteName: name, demo: null };
  return identity.siteUrl === siteUrl ? null : { siteUrl };
}

/** What a demo has to be told about its end. */
function extensionOf(
  identity: Told,
  { siteUrl, endsAt, isKept }: NonNullable<IntroductionFacts["demo"]>,
): Introduction["site"] {
  const isNews = isEndNews(identity?.demo?.expiresAt ?? null, endsAt, isKept);
  return isNews ? { siteUrl, demo: { expiresAt: endsAt.toISOString() } } : null;
}
