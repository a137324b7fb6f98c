import type { ContentField, FieldKind } from "@/features/fields/field.ts";
import { isEmpty } from "@/features/fields/values.ts";
import { slugify } from "@/lib/slugify.ts";

/** Characters that a key may have. */
export const longestKey = 40;
const keyPattern = /^[a-z][A-Za-z0-9_]*$/;

const uniqueKinds: readonly FieldKind[] = ["text", "number", "date"];
const multipleKinds: readonly FieldKind[] = ["choice", "media", "reference"];
const boundedKinds: readonly FieldKind[] = ["text", "number"];
const defaultKinds: readonly FieldKind[] = ["text", "number", "date", "boolean", "choice"];

/** What can be said of a field of a kind, beside what can be said of all. */
export const takes = (kind: FieldKind) => ({
  unique: uniqueKinds.includes(kind),
  multiple: multipleKinds.includes(kind),
  bounds: boundedKinds.includes(kind),
  default: defaultKinds.includes(kind),
});

export function newField(kind: FieldKind): ContentField {
  return {
    key: "",
    label: "",
    kind,
    help: "",
    required: false,
    unique: false,
    default: null,
    choices: [],
    multiple: false,
    of: kind === "list" ? "text" : null,
    minimum: null,
    maximum: null,
  };
}

/** "Opening hours" → "openingHours": the name that programs know a field by. */
export function keyFrom(label: string): string {
  const [first = "", ...rest] = slugify(label)
    .replace(/^[^a-z]+/, "")
    .split("-");
  return [first, ...rest.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))]
    .join("")
    .slice(0, longestKey);
}

/** The same field as another kind, without what that kind knows nothing of. */
export function asKind(field: ContentField, kind: FieldKind): ContentField {
  return kind === field.kind
    ? field
    : settled({ ...field, kind, default: null, of: newField(kind).of });
}

/** A field as it is kept: without what was said of it while it was of another kind. */
export function settled(field: ContentField): ContentField {
  const can = takes(field.kind);
  return {
    ...field,
    label: field.label.trim(),
    help: field.help.trim(),
    unique: can.unique && field.unique,
    multiple: can.multiple && field.multiple,
    choices: field.kind === "choice" ? field.choices.map((one) => one.trim()).filter(Boolean) : [],
    of: field.kind === "list" || field.kind === "reference" ? field.of : null,
    minimum: can.bounds ? field.minimum : null,
    maximum: can.bounds ? field.maximum : null,
    default: can.default && !isEmpty(field.default) ? field.default : null,
  };
}

export type FieldProblems = Partial<Record<"label" | "key" | "choices" | "maximum", string>>;

/** What keeps a field from being one; `taken` are the keys of the others and of what is built in. */
export function fieldProblems(field: ContentField, taken: readonly string[]): FieldProblems {
  const { label, key, kind, choices, minimum, maximum } = settled(field);
  const problems: FieldProblems = {};
  if (label === "") problems.label = "Give it a name.";
  if (key === "") problems.key = "Give it a key.";
  else if (!keyPattern.test(key)) {
    problems.key = "A small letter first, then letters, digits and _.";
  } else if (taken.includes(key)) problems.key = `“${key}” is there already.`;
  if (kind === "choice" && choices.length === 0) {
    problems.choices = "A choice needs something to choose from.";
  } else if (new Set(choices).size < choices.length) problems.choices = "Two choices are the same.";
  if (minimum !== null && maximum !== null && minimum > maximum) {
    problems.maximum = "The most is less than the least.";
  }
  return problems;
}
