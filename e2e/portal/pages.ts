import { slug } from "./env.ts";

export interface PortalPage {
  readonly name: string;
  readonly path: () => string;
  readonly heading: RegExp;
  readonly status: number;
}

/** Every page there is, for what has to be true of all of them. */
export const portalPages: readonly PortalPage[] = [
  { name: "landing", path: () => "/", heading: /A CMS of one’s own/, status: 200 },
  { name: "fleet", path: () => "/admin", heading: /The fleet/, status: 200 },
  { name: "fleet-no-match", path: () => "/admin?q=nobody-is-called-this", heading: /The fleet/, status: 200 },
  { name: "fleet-by-region", path: () => "/admin?map=region", heading: /The fleet/, status: 200 },
  { name: "applications", path: () => "/admin/applications", heading: /Applications/, status: 200 },
  {
    name: "applications-decided",
    path: () => "/admin/applications?view=decided",
    heading: /Applications/,
    status: 200,
  },
  {
    name: "applications-unconfirmed",
    path: () => "/admin/applications?view=unconfirmed",
    heading: /Applications/,
    status: 200,
  },
  { name: "tenant-suspend", path: () => `/admin/tenants/${slug()}?do=suspend`, heading: /./, status: 200 },
  { name: "tenant", path: () => `/admin/tenants/${slug()}`, heading: /./, status: 200 },
  { name: "enter", path: () => "/admin/enter?token=made-up", heading: /Your key to the fleet/, status: 200 },
  { name: "enter-without-link", path: () => "/admin/enter", heading: /opens with a link/, status: 200 },
  { name: "demo", path: () => "/demo", heading: /Step into a CMS of your own/, status: 200 },
  { name: "demo-link-made-up", path: () => "/d/made-up", heading: /This link opens nothing any more/, status: 200 },
  { name: "demo-over", path: () => "/demo/made-up", heading: /That demo is over/, status: 200 },
  { name: "demos", path: () => "/admin/demos", heading: /Demos/, status: 200 },
  { name: "engines", path: () => "/admin/engines", heading: /Engines and regions/, status: 200 },
  { name: "audit", path: () => "/admin/audit", heading: /Audit log/, status: 200 },
  { name: "audit-no-match", path: () => "/admin/audit?who=nobody", heading: /Audit log/, status: 200 },
  { name: "people", path: () => "/admin/people", heading: /People/, status: 200 },
  { name: "settings", path: () => "/admin/settings", heading: /Settings/, status: 200 },
  { name: "mail", path: () => "/admin/mail", heading: /Mail/, status: 200 },
  { name: "mail-no-match", path: () => "/admin/mail?q=nobody", heading: /Mail/, status: 200 },
  {
    name: "admin-invitation-made-up",
    path: () => "/invitation/fleet?token=made-up",
    heading: /no longer good/,
    status: 200,
  },
  { name: "sign-up-company", path: () => "/sign-up/company", heading: /What is your company called/, status: 200 },
  { name: "terms", path: () => "/terms", heading: /Terms/, status: 200 },
  { name: "sign-in-link", path: () => "/sign-in/link", heading: /Sign in by link/, status: 200 },
  { name: "reset", path: () => "/reset", heading: /Set a new password/, status: 200 },
  { name: "verify-made-up", path: () => "/verify?token=made-up", heading: /This link does not work/, status: 200 },
  { name: "account", path: () => "/account", heading: /Account/, status: 200 },
  { name: "home", path: () => "/home?all", heading: /Home/, status: 200 },
  { name: "not-found", path: () => "/nothing-here", heading: /Nothing stands here/, status: 404 },
];
