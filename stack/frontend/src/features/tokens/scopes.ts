import type { Choice } from "@/components/check-list.tsx";

const labels: Readonly<Record<string, string>> = {
  "pages.read": "Read every page, drafts too",
  "pages.write": "Write drafts",
  "pages.edit": "Change and delete anybody’s pages",
  "pages.publish": "Publish and take back",
  "types.manage": "Define content types and their fields",
  "media.read": "See the media library",
  "media.write": "Add files to the library, and change its own",
  "media.edit": "Change and delete anybody’s files, and folders",
  "site.read": "Read the site’s settings",
  "site.write": "Change title, menu and theme",
  "site.transfer": "Export the whole site, and import others",
  "people.read": "See who the people are",
  "people.manage": "Change roles and remove people",
  "webhooks.manage": "Manage webhooks",
  "audit.read": "Read the audit log",
};

/** In words; one that a newer server knows goes by its name. */
export const scopeLabel = (scope: string): string => labels[scope] ?? scope;

/** What somebody may give to a token: what they may themselves, but for making tokens. */
export function scopesToGive(permissions: readonly string[]): Choice<string>[] {
  const known = Object.keys(labels);
  const place = (scope: string) => known.indexOf(scope) + 1 || known.length + 1;
  return permissions
    .filter((scope) => scope !== "tokens.manage")
    .toSorted((a, b) => place(a) - place(b) || a.localeCompare(b))
    .map((scope) => ({ value: scope, label: scopeLabel(scope) }));
}
