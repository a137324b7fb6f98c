import { join } from "node:path";

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; see e2e/cms/playwright.config.ts`);
  return value;
}

/** The one-time link of the client whose CMS the journeys are made in. */
export const setupLink = (): string => required("FREEHOLD_E2E_CMS_URL");
/** That of the client who is given the first one's site. */
export const otherSetupLink = (): string => required("FREEHOLD_E2E_OTHER_CMS_URL");

export const siteUrl = (): string => new URL(setupLink()).origin;
export const otherSiteUrl = (): string => new URL(otherSetupLink()).origin;

/** The session of the first administrator. */
export const signedIn = join(import.meta.dirname, "../../test-results/cms-session.json");
