/** When it may help to start a service anew although nothing about its container is wrong. */

/** What a stack's API says when it is asked whether it can serve. */
export type Readiness =
  /** @property outgoing whether it wants requests made for it */
  | { readonly kind: "ready"; readonly outgoing: boolean }
  /** It says itself why not. */
  | { readonly kind: "unready"; readonly why: string }
  /** It takes connections and answers nothing. */
  | { readonly kind: "silent" }
  /** It takes no connection. */
  | { readonly kind: "absent" };

/** A service to be started anew. */
export interface Restart {
  readonly service: string;
  readonly cause: string;
  /** Seconds until it is killed, where its own time would be waited in vain. */
  readonly timeout?: number;
}

/** How long a restart for one of these causes is remembered. Milliseconds. */
export const cureMemoryMs = 6 * 3_600_000;

/** Minutes since the last one before the next, by how many are remembered. What four did not cure, a fifth does not. */
const pauses: readonly number[] = [0, 2, 10, 40];

/** How long a process that was started may take to listen and to get ready, on a machine that starts hundreds. */
const startMs = 180_000;

const causes = {
  silent: "it runs and answers nothing",
  absent: "it runs and takes no connection",
  starting: "it runs and does not finish starting",
  noDatabase: "it does not reach its database, which answers",
} as const;

export const cureCauses: readonly string[] = Object.values(causes);

/** The API's own words (stack/backend/app/modules/core/readiness.py). Its others name what a restart does not change. */
const itsWords = { starting: "starting", noDatabase: "the database does not answer" } as const;

/** Whether the database has to be asked before it is known what helps. */
export const blamesDatabase = (api: Readiness): boolean => api.kind === "unready" && api.why === itsWords.noDatabase;

/** What else is known of a stack whose API is not ready. */
export interface Circumstances {
  /** Whether the database lets the stack's own user in and has not heard of the API for a while. */
  readonly isMissed: boolean;
  /** Milliseconds since the API's process was started. */
  readonly upForMs: number;
  /** When it was started anew for one of `cureCauses` within `cureMemoryMs`, the last one first. */
  readonly before: readonly Date[];
}

/**
 * The restart that may help a stack whose containers run and which has not been ready for a while; null
 * when none would: it migrates, its schema is too new, its database is away, refuses it or is only busy.
 */
export function cureOf(api: Readiness, { isMissed, upForMs, before }: Circumstances, now = Date.now()): Restart | null {
  const pause = pauses[before.length];
  const last = before[0]?.getTime() ?? 0;
  if (pause === undefined || now - last < pause * 60_000) return null;
  const restart = (cause: keyof typeof causes): Restart => ({ service: "api", cause: causes[cause] });
  const isLate = upForMs >= startMs;
  switch (api.kind) {
    case "silent":
      // It does not hear the signal to stop either.
      return { ...restart("silent"), timeout: 1 };
    case "absent":
      return isLate ? restart("absent") : null;
    case "unready":
      if (api.why === itsWords.starting) return isLate ? restart("starting") : null;
      return blamesDatabase(api) && isMissed ? restart("noDatabase") : null;
    case "ready":
      return null;
  }
}
