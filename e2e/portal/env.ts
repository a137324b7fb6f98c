import { join } from "node:path";

const required = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set; see playwright.config.ts`);
  return value;
};

export const portalUrl = (): string => required("FREEHOLD_E2E_PORTAL_URL");
export const adminUrl = (): string => required("FREEHOLD_E2E_ADMIN_URL");
export const slug = (): string => required("FREEHOLD_E2E_SLUG");

/** Cookies of the admin who came in by the link. */
export const signedIn = join(import.meta.dirname, "../../test-results/admin-session.json");
