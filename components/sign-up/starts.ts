import type { SampleKind } from "@/lib/domain/samples.ts";

interface Start {
  readonly kind: SampleKind | "keep";
  readonly text: string;
}

/** What one can start with; lib/domain/samples.ts has the titles. */
export const starts: readonly Start[] = [
  { kind: "keep", text: "The very site you are in, with everything you changed." },
  { kind: "empty", text: "A home page that waits for your words." },
  { kind: "studio", text: "Work in pictures, the people behind it, a way to get in touch." },
  { kind: "bakery", text: "What there is today, opening hours, how to find the shop." },
  { kind: "festival", text: "A programme over days, who plays, where it is." },
];
