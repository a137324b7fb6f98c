import { engineErrors } from "./errors/engine.ts";
import type { ErrorEntry } from "./errors/entry.ts";
import { peopleErrors } from "./errors/people.ts";
import { platformErrors } from "./errors/platform.ts";
import { tenantErrors } from "./errors/tenants.ts";
import { wrongUseErrors } from "./errors/wrong-use.ts";

/**
 * The one table of errors, its texts by area in `errors/`. A code is what programs see, `message` and
 * `remedy` are what people see; `detail` (internal, for logs and admins) travels beside them and is
 * never shown to clients.
 */
export const errorTable = {
  ...wrongUseErrors,
  ...tenantErrors,
  ...peopleErrors,
  ...engineErrors,
  ...platformErrors,
} satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof errorTable;

type Placeholders<T extends string> = T extends `${string}{${infer P}}${infer Rest}` ? P | Placeholders<Rest> : never;
type Parameters<C extends ErrorCode> = Record<
  Placeholders<(typeof errorTable)[C]["message"]> | Placeholders<(typeof errorTable)[C]["remedy"]>,
  string | number
>;

const fill = (text: string, parameters: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(parameters[name] ?? whole));

export class FreeholdError extends Error {
  override readonly name = "FreeholdError";
  readonly code: ErrorCode;
  readonly remedy: string;
  /** Internal: for logs and admins, never for clients. */
  readonly detail: string | undefined;

  constructor(
    code: ErrorCode,
    parameters: Record<string, string | number>,
    options: { detail?: string; cause?: unknown } = {},
  ) {
    super(fill(errorTable[code].message, parameters), { cause: options.cause });
    this.code = code;
    this.remedy = fill(errorTable[code].remedy, parameters);
    this.detail = options.detail;
  }

  get retryable(): boolean {
    return errorTable[this.code].retryable;
  }
  get httpStatus(): number {
    return errorTable[this.code].http;
  }
  get exitCode(): number {
    return errorTable[this.code].exit;
  }
  toJSON(): { code: ErrorCode; message: string; remedy: string } {
    return { code: this.code, message: this.message, remedy: this.remedy };
  }
}

/** Builds an error of the table; the compiler asks for every placeholder of its texts. */
export function failure<C extends ErrorCode>(
  code: C,
  ...rest: [keyof Parameters<C>] extends [never]
    ? [options?: { detail?: string; cause?: unknown }]
    : [parameters: Parameters<C>, options?: { detail?: string; cause?: unknown }]
): FreeholdError {
  const hasParameters = /\{\w+\}/.test(errorTable[code].message + errorTable[code].remedy);
  const [first, second] = rest as [unknown, unknown];
  return hasParameters
    ? new FreeholdError(
        code,
        first as Record<string, string | number>,
        second as { detail?: string; cause?: unknown } | undefined,
      )
    : new FreeholdError(code, {}, first as { detail?: string; cause?: unknown } | undefined);
}

/** Wraps whatever was thrown so that callers handle one type. */
export function asFreeholdError(thrown: unknown): FreeholdError {
  if (thrown instanceof FreeholdError) return thrown;
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  return new FreeholdError("unexpected", {}, { detail, cause: thrown });
}
