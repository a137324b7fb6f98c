import type { SampleKind } from "@/lib/domain/samples.ts";

interface Start {
  readonly kind: SampleKind | "keep";
  readonly title: string;
  readonly text: string;
}

/** What one can start with, in words. */
export const starts: readonly Start[] = [
  { kind: "keep", title: "Your demo", text: "The very site you are in, with everything you changed." },
  { kind: "empty", title: "An empty site", text: "A home page that waits for your words." },
  { kind: "studio", title: "A studio", text: "Work in pictures, the people behind it, a way to get in touch." },
  { kind: "bakery", title: "A bakery", text: "What there is today, opening hours, how to find the shop." },
  { kind: "festival", title: "A festival", text: "A programme over days, who plays, where it is." },
];

export const startTitle = (kind: string): string => starts.find((start) => start.kind === kind)?.title ?? kind;
