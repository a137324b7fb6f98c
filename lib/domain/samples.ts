/** What a new site can start with; the stack knows them by the same names. */
export const sampleKinds = ["empty", "studio", "bakery", "festival"] as const;
export type SampleKind = (typeof sampleKinds)[number];
