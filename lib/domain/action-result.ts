/** What every server action answers; errors are those of lib/errors.ts, in words for people. */
export type ActionResult<T = null> =
  | { readonly ok: true; readonly data: T }
  | { readonly ok: false; readonly error: ActionError };

export interface ActionError {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  /** What is wrong with single fields of the form, by their path. */
  readonly fields?: Readonly<Record<string, readonly string[]>>;
}
