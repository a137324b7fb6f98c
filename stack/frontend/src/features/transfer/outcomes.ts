/** What can become of a thing that is brought in, in the order in which people are told. */
export const outcomes = ["created", "updated", "unchanged", "skipped"] as const;

export type Outcome = (typeof outcomes)[number];

export const outcomeLabels: Readonly<Record<Outcome, string>> = {
  created: "New",
  updated: "Updated",
  unchanged: "Unchanged",
  skipped: "Left out",
};

export const outcomeTones = {
  created: "ok",
  updated: "ok",
  unchanged: "idle",
  skipped: "warn",
} as const satisfies Readonly<Record<Outcome, string>>;
