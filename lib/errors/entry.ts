export interface ErrorEntry<Message extends string = string, Remedy extends string = string> {
  /** What happened and why, `{name}` filled from the parameters. */
  readonly message: Message;
  /** The one thing to do about it. */
  readonly remedy: Remedy;
  /** Whether the same attempt may succeed later without anyone changing anything. */
  readonly retryable: boolean;
  readonly http: number;
  readonly exit: number;
}

export const entry = <const Message extends string, const Remedy extends string>(
  message: Message,
  remedy: Remedy,
  { retryable = false, http = 500, exit = 1 }: Partial<Omit<ErrorEntry, "message" | "remedy">> = {},
): ErrorEntry<Message, Remedy> => ({ message, remedy, retryable, http, exit });

/** What the caller has to give differently. */
export const usage = { http: 400, exit: 2 } as const;
/** What may be over at the next attempt. */
export const passing = { retryable: true, http: 503, exit: 1 } as const;
