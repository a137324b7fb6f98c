import type { TenantStatus } from "@/lib/domain/status.ts";

/** Colours say how much attention a status asks for; the sign inside a plot says which it is. */
export type Tone = "ok" | "busy" | "warn" | "bad" | "idle" | "faint";
export type Sign = "plain" | "slash" | "cross" | "bar" | "pause" | "hollow";

interface StatusWords {
  readonly label: string;
  /** What it means, in one sentence. */
  readonly meaning: string;
  readonly tone: Tone;
  readonly sign: Sign;
}

export const statusWords: Readonly<Record<TenantStatus, StatusWords>> = {
  provisioning: {
    label: "Setting up",
    meaning: "Its stack is being made for the first time.",
    tone: "busy",
    sign: "slash",
  },
  running: { label: "Running", meaning: "Its site answers.", tone: "ok", sign: "plain" },
  repairing: {
    label: "Repairing",
    meaning: "What runs is not what should; the worker is on it.",
    tone: "busy",
    sign: "cross",
  },
  failed: { label: "Failed", meaning: "Work stopped until somebody removes the cause.", tone: "bad", sign: "cross" },
  unknown: {
    label: "Unknown",
    meaning: "Nobody looked for a while, so nothing is claimed.",
    tone: "warn",
    sign: "bar",
  },
  hibernated: {
    label: "Asleep",
    meaning: "Stopped because idle; the next visitor wakes it.",
    tone: "faint",
    sign: "plain",
  },
  suspended: {
    label: "Suspended",
    meaning: "Closed to visitors and stopped; its data is kept.",
    tone: "idle",
    sign: "pause",
  },
  closed: {
    label: "Closed",
    meaning: "Given up; its data is kept until the purge date.",
    tone: "idle",
    sign: "hollow",
  },
  purging: { label: "Purging", meaning: "Its data is being deleted for good.", tone: "busy", sign: "hollow" },
  purged: { label: "Purged", meaning: "Its data is gone.", tone: "faint", sign: "hollow" },
};

/** Classes spelled out whole, so that Tailwind finds them. */
export const toneFill: Readonly<Record<Tone, string>> = {
  ok: "fill-ok",
  busy: "fill-busy",
  warn: "fill-warn",
  bad: "fill-bad",
  idle: "fill-idle",
  faint: "fill-rule-strong",
};
export const toneStroke: Readonly<Record<Tone, string>> = {
  ok: "stroke-ok",
  busy: "stroke-busy",
  warn: "stroke-warn",
  bad: "stroke-bad",
  idle: "stroke-idle",
  faint: "stroke-rule-strong",
};
export const toneText: Readonly<Record<Tone, string>> = {
  ok: "text-ok",
  busy: "text-busy",
  warn: "text-warn",
  bad: "text-bad",
  idle: "text-idle",
  faint: "text-ink-muted",
};
