import type { ContentField, EntryData } from "@/features/fields/field.ts";

/** What a new entry begins with. */
export function defaultsOf(fields: readonly ContentField[]): EntryData {
  return Object.fromEntries(
    fields
      .filter((field) => field.default !== null && field.default !== undefined)
      .map((field) => [field.key, field.default]),
  );
}

export function isEmpty(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    value === "" ||
    (Array.isArray(value) && value.length === 0)
  );
}

/**
 * What was typed as a number: null for nothing, and the text itself where it is none, so that the
 * writer keeps it and is told. A comma may stand for the point.
 */
export function numberFrom(text: string): number | string | null {
  const typed = text.trim();
  if (typed === "") return null;
  const plain = typed.replace(",", ".");
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : typed;
}

/** A number as it is typed; anything else as it is. */
export function numberText(value: unknown): string {
  return typeof value === "number" || typeof value === "string" ? String(value) : "";
}

export type ParsedJson = { value: unknown } | { problem: string };

/** What was typed as JSON; nothing typed is null. */
export function jsonFrom(text: string): ParsedJson {
  if (text.trim() === "") return { value: null };
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { problem: `Not JSON yet: ${why.replace(/\.$/, "")}.` };
  }
}

export function jsonText(value: unknown): string {
  return value === null || value === undefined ? "" : JSON.stringify(value, null, 2);
}

/** What can be seen of a value to be wrong before the server says so; null when nothing can. */
export function problemOf({ kind, minimum, maximum }: ContentField, value: unknown): string | null {
  if (isEmpty(value)) return null;
  if (kind === "number") {
    if (typeof value !== "number") return "This is not a number.";
    if (minimum !== null && value < minimum) return `At least ${minimum}.`;
    if (maximum !== null && value > maximum) return `At most ${maximum}.`;
  }
  if (kind === "text" && typeof value === "string") {
    const { length } = value.trim();
    if (minimum !== null && length < minimum) return `At least ${minimum} characters.`;
    if (maximum !== null && length > maximum) {
      return `At most ${maximum} characters; these are ${length}.`;
    }
  }
  return null;
}
