/** What the log can be narrowed down to: the first half of its events' names. */
export const areaNames = [
  "entry",
  "term",
  "type",
  "media",
  "site",
  "user",
  "signed_in",
  "token",
  "webhook",
] as const;

export type AreaName = (typeof areaNames)[number];

export const areaLabels: Readonly<Record<AreaName, string>> = {
  entry: "Pages and posts",
  term: "Categories and tags",
  type: "Content types",
  media: "Files",
  site: "Site settings",
  user: "People",
  signed_in: "Signing in",
  token: "Tokens",
  webhook: "Webhooks",
};
