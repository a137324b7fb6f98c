import { poolSample } from "./demo-pool.ts";

/** What a stack is told over its own API once it answers, decided from its row; pure. */

export interface IntroductionFacts {
  /** Host it was made with, when it was made ahead. */
  readonly bornHost: string | null;
  readonly sample: string | null;
  /** What it was last told. */
  readonly identity: { readonly siteUrl: string } | null;
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
  readonly site: { readonly siteUrl: string; readonly siteName?: string; readonly demo?: null } | null;
}

/**
 * Sample first, then identity: an identity that was told means that the sample is in, so that a
 * worker killed in between begins again where it was. A stack that was made for its tenant has its
 * name and address from its environment, and is told nothing but its sample.
 */
export function introductionOf({ bornHost, sample, identity, tenant }: IntroductionFacts): Introduction {
  if (tenant === null) return { sample: sample === null ? poolSample : null, site: null };
  const isNew = bornHost === null ? sample === null : identity === null && !tenant.wasTheirDemo;
  const wanted = tenant.wantedSample;
  const planted = sample ?? "empty";
  return {
    sample: isNew && wanted !== null && wanted !== planted ? wanted : null,
    site: bornHost === null ? null : siteOf(identity, tenant),
  };
}

function siteOf(identity: IntroductionFacts["identity"], { name, siteUrl }: { name: string; siteUrl: string }) {
  // Named once, at the hand-over; from then on the CMS's own settings have the word.
  if (identity === null) return { siteUrl, siteName: name, demo: null };
  return identity.siteUrl === siteUrl ? null : { siteUrl };
}
