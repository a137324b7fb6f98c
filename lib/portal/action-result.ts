/** What a server action that failed says: the error table's texts, and which fields are to blame. */
export interface ActionFailure {
  readonly code: string;
  readonly message: string;
  /** The one thing to do about it. */
  readonly remedy: string;
  readonly fields?: Readonly<Record<string, readonly string[]>>;
}

/** What every server action answers. It throws only to redirect. */
export type ActionResult<T = null> =
  | { readonly ok: true; readonly data: T }
  | { readonly ok: false; readonly error: ActionFailure };

export function succeeded(): ActionResult;
export function succeeded<T>(data: T): ActionResult<T>;
export function succeeded(data: unknown = null): ActionResult<unknown> {
  return { ok: true, data };
}

/** From an error of the table (`error.toJSON()` fits) or a text of one's own. */
export function failed(error: ActionFailure): ActionResult<never> {
  return { ok: false, error };
}

/** Field by field, from what zod calls `issues`. */
export function invalid(
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
): ActionResult<never> {
  const fields: Record<string, string[]> = {};
  for (const { path, message } of issues) {
    const name = path.map(String).join(".");
    fields[name] = [...(fields[name] ?? []), message];
  }
  return failed({
    code: "invalid",
    message: "Something in the form is not right.",
    remedy: "Correct what is marked, then send it again.",
    fields,
  });
}

/** When the action was not reached, or broke. */
export const unexpectedFailure = {
  ok: false,
  error: {
    code: "unreachable",
    message: "The portal did not answer.",
    remedy: "Check your connection and try again; what you typed is still here.",
  },
} as const satisfies ActionResult<never>;
