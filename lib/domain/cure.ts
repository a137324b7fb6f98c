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

/**
 * Failed attempts before which it is tried: at once, then ever more rarely, and no more after an hour or
 * so. What four restarts did not cure, a fifth does not.
 */
const triedAfter: readonly number[] = [0, 2, 8, 32];

/** The API's own words (stack/backend/app/modules/core/readiness.py). Its others name what a restart does not change. */
const itsWords = { starting: "starting", noDatabase: "the database does not answer" } as const;

/** Whether the database has to be asked before it is known what helps. */
export const blamesDatabase = (api: Readiness): boolean => api.kind === "unready" && api.why === itsWords.noDatabase;

/**
 * The restart that may help a stack whose containers run and which has not been ready for a while; null
 * when none would: it migrates, its schema is too new, its database is away or refuses it.
 * @param databaseAnswers whether the database lets the stack's own user in, as far as the API blames it
 * @param failedAttempts attempts in a row that did not settle the stack
 */
export function cureOf(api: Readiness, databaseAnswers: boolean, failedAttempts: number): Restart | null {
  if (!triedAfter.includes(failedAttempts)) return null;
  switch (api.kind) {
    case "silent":
      // It does not hear the signal to stop either.
      return { service: "api", cause: "it runs and answers nothing", timeout: 1 };
    case "absent":
      return { service: "api", cause: "it runs and takes no connection" };
    case "unready":
      if (api.why === itsWords.starting) return { service: "api", cause: "it runs and does not finish starting" };
      return blamesDatabase(api) && databaseAnswers
        ? { service: "api", cause: "it does not reach its database, which answers" }
        : null;
    case "ready":
      return null;
  }
}
