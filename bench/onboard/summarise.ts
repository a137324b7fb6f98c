import { median, percentile, round } from "../support/statistics.ts";
import { type ContenderName, contenderNames, type Sample, type Step } from "./contender.ts";

/** Milliseconds from command to first page, and to the command's end. */
export interface Summary {
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly exitMedianMs: number;
  readonly exitP95Ms: number;
  readonly samplesMs: readonly number[];
}

export interface OnboardSummary extends Readonly<Record<ContenderName, Summary>> {
  /** Medians, from command to first page: freehold / composeWait, freehold / composeBare. */
  readonly ratioWait: number;
  readonly ratioBare: number;
  /** The same from command to the command's end, of the two commands that wait for the site. */
  readonly ratioWaitExit: number;
  /** Where `./freehold onboard` says its time went, medians; steps overlap. */
  readonly steps: readonly Step[];
}

export function summarise(samples: Readonly<Record<ContenderName, readonly Sample[]>>): OnboardSummary {
  const [composeWait, composeBare, freehold] = contenderNames.map((name) => summariseOne(samples[name])) as [
    Summary,
    Summary,
    Summary,
  ];
  return {
    freehold,
    composeWait,
    composeBare,
    ratioWait: round(freehold.medianMs / composeWait.medianMs, 3),
    ratioBare: round(freehold.medianMs / composeBare.medianMs, 3),
    ratioWaitExit: round(freehold.exitMedianMs / composeWait.exitMedianMs, 3),
    steps: medianSteps(samples.freehold),
  };
}

function summariseOne(samples: readonly Sample[]): Summary {
  const answers = samples.map(({ firstAnswerMs }) => firstAnswerMs);
  const exits = samples.map(({ exitMs }) => exitMs);
  return {
    medianMs: round(median(answers)),
    p95Ms: round(percentile(answers, 0.95)),
    exitMedianMs: round(median(exits)),
    exitP95Ms: round(percentile(exits, 0.95)),
    samplesMs: answers.map((value) => round(value)),
  };
}

function medianSteps(samples: readonly Sample[]): Step[] {
  const byName = Map.groupBy(
    samples.flatMap(({ steps }) => steps),
    ({ name }) => name,
  );
  return [...byName].map(([name, steps]) => ({ name, ms: round(median(steps.map(({ ms }) => ms))) }));
}
