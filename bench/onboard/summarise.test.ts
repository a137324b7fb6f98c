import { describe, expect, it } from "vitest";
import type { Sample } from "./contender.ts";
import { summarise } from "./summarise.ts";

const sample = (firstAnswerMs: number, exitMs: number, steps: Sample["steps"] = []): Sample => ({
  firstAnswerMs,
  exitMs,
  steps,
});

const samples = {
  composeWait: [sample(4_000, 5_000), sample(4_400, 5_200), sample(3_900, 4_900)],
  composeBare: [sample(2_000, 900), sample(1_600, 950), sample(2_100, 800)],
  freehold: [
    sample(1_000, 1_050, [{ name: "Network", ms: 80 }]),
    sample(1_300, 1_400, [{ name: "Network", ms: 120 }]),
    sample(900, 1_000, [
      { name: "Network", ms: 70 },
      { name: "Account", ms: 30 },
    ]),
  ],
};

describe("summarise", () => {
  it("divides Freehold's median by each of Compose's, from command to first page", () => {
    const { freehold, composeWait, composeBare, ratioWait, ratioBare } = summarise(samples);
    expect([freehold.medianMs, composeWait.medianMs, composeBare.medianMs]).toEqual([1_000, 4_000, 2_000]);
    expect(ratioWait).toBe(0.25);
    expect(ratioBare).toBe(0.5);
  });

  it("compares the two commands that wait by their ends as well", () => {
    expect(summarise(samples).ratioWaitExit).toBe(0.21);
  });

  it("keeps what was measured, in the order of the runs", () => {
    expect(summarise(samples).freehold).toMatchObject({ p95Ms: 1_300, samplesMs: [1_000, 1_300, 900] });
  });

  it("gives each step's median over the runs that had it", () => {
    expect(summarise(samples).steps).toEqual([
      { name: "Network", ms: 80 },
      { name: "Account", ms: 30 },
    ]);
  });
});
