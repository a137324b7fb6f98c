/** What a new site can start with; the stack knows them by the same names. */
export const sampleKinds = ["empty", "studio", "bakery", "festival"] as const;
export type SampleKind = (typeof sampleKinds)[number];

/** As people are told of them, whoever reads it. */
export const startTitles: Readonly<Record<SampleKind | "keep", string>> = {
  keep: "The demo",
  empty: "An empty site",
  studio: "A studio",
  bakery: "A bakery",
  festival: "A festival",
};

export const startTitle = (kind: string): string => (startTitles as Readonly<Record<string, string>>)[kind] ?? kind;
