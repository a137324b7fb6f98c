export const contenderNames = ["composeWait", "composeBare", "freehold"] as const;
export type ContenderName = (typeof contenderNames)[number];

export interface Step {
  readonly name: string;
  readonly ms: number;
}

/** One stack brought up once. Milliseconds since right before the command's process was made. */
export interface Sample {
  /** The first page came with status 200. */
  readonly firstAnswerMs: number;
  /** The command ended. */
  readonly exitMs: number;
  /** What the command itself says it spent its time on. */
  readonly steps: readonly Step[];
}

/** One way to a client's CMS. */
export interface Contender {
  readonly name: ContenderName;
  /** Brings a stack up and measures that, then removes all of it, unmeasured. */
  run(signal: AbortSignal): Promise<Sample>;
}
