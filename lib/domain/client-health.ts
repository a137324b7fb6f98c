import type { TenantStatus } from "./status.ts";

/**
 * How a tenant fares, in a sentence for its members; null where a notice over all of its pages says it
 * already, with the reason. What nobody looked at lately is not claimed.
 */
export const clientHealth: Readonly<Record<TenantStatus, string | null>> = {
  provisioning: "Your site is being set up.",
  running: "Your site and your CMS answer.",
  repairing: "Something did not answer as it should. We are on it, by ourselves; your content is safe.",
  failed: "Something is wrong that we have to look at. We know about it; your content is safe.",
  unknown: "We have not looked for a while, so we cannot say. That is our trouble, not your site’s.",
  hibernated: "Your site sleeps, as nobody came for a while. The next visitor wakes it.",
  suspended: null,
  closed: null,
  purging: "Your data is being deleted.",
  purged: "Your data is gone.",
};
