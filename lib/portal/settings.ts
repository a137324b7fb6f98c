import { readSettings } from "../home.ts";
import { portalHome } from "./home.ts";

const defaultHosts = "localhost";

/** Host names (without port) that the portal answers to; `FREEHOLD_PORTAL_HOSTS`, comma-separated. */
export function portalHosts(env: NodeJS.ProcessEnv = process.env): ReadonlySet<string> {
  return new Set(
    (env.FREEHOLD_PORTAL_HOSTS || defaultHosts)
      .split(",")
      .map((host) => host.trim().toLowerCase())
      .filter(Boolean),
  );
}

/** Where people reach the portal, for links in mails. */
export const portalOrigin = (env: NodeJS.ProcessEnv = process.env): string =>
  new URL(env.NEXTAUTH_URL || "http://localhost:8080").origin;

/** Whether people reach the portal over HTTPS; decides `Secure` cookies and HSTS. */
export function portalIsHttps(env: NodeJS.ProcessEnv = process.env): boolean {
  return env.NEXTAUTH_URL?.startsWith("https://") ?? false;
}

/** The edge's port, part of every tenant's URL: what `up` noted, else the port of our own URL. */
export function edgePort(env: NodeJS.ProcessEnv = process.env): number {
  const noted = readSettings(portalHome())?.port;
  if (noted !== undefined) return noted;
  const url = new URL(env.NEXTAUTH_URL || "http://localhost:8080");
  return Number(url.port) || (url.protocol === "https:" ? 443 : 80);
}

/** Where links and addresses in mails lead. */
export const portalPlaces = (): { portalUrl: string; edgePort: number } => ({
  portalUrl: portalOrigin(),
  edgePort: edgePort(),
});
