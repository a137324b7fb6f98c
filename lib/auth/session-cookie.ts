import { portalIsHttps } from "../portal/settings.ts";

/** Host-only either way; over HTTPS the browser enforces it by the prefix. */
export const sessionCookieName = (): string => (portalIsHttps() ? "__Host-freehold.session" : "freehold.session");
