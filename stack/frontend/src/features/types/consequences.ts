import type { ContentField } from "@/features/fields/field.ts";
import { kindFacts } from "@/features/types/kinds.ts";

/** What a change does to entries that are there; a grave one may cost somebody work. */
export type Consequence = { text: string; grave: boolean };

type Shape = { public: boolean; fields: readonly ContentField[] };

/** What saving `after` in the place of `before` means for the entries of the type. */
export function consequencesOf(before: Shape, after: Shape): Consequence[] {
  const later = new Map(after.fields.map((field) => [field.key, field]));
  const earlier = new Map(before.fields.map((field) => [field.key, field]));
  const found: Consequence[] = [];
  for (const old of before.fields) {
    const field = later.get(old.key);
    found.push(...(field ? changed(old, field) : [removed(old)]));
  }
  for (const field of after.fields) {
    if (field.required && !earlier.has(field.key)) found.push(needed(field));
  }
  if (after.public && !before.public) {
    found.push({
      text: "What is published already gets its page when it is published again.",
      grave: false,
    });
  }
  return found;
}

const removed = ({ label }: ContentField): Consequence => ({
  text: `“${label}” goes out of every entry when that is next saved. What stood there is then only among its earlier versions.`,
  grave: true,
});

const needed = ({ label }: ContentField): Consequence => ({
  text: `Entries without “${label}” cannot be published before it is filled in. What is public stays public.`,
  grave: false,
});

function changed(old: ContentField, field: ContentField): Consequence[] {
  const { label } = field;
  const found: Consequence[] = [];
  const mustFit = (what: string) =>
    found.push({ text: `${what} cannot be saved before that is put right.`, grave: true });
  if (old.kind !== field.kind || (field.kind === "list" && old.of !== field.of)) {
    const [from, to] = [kindFacts[old.kind].name, kindFacts[field.kind].name];
    const now = from === to ? "is a list of something else" : `turns from ${from} into ${to}`;
    mustFit(`“${label}” ${now}: entries whose present content does not fit`);
  } else if (old.multiple !== field.multiple) {
    mustFit(
      `“${label}” holds ${field.multiple ? "several" : "one"} from now on: entries that have something there`,
    );
  } else {
    const lost = old.choices.filter((choice) => !field.choices.includes(choice));
    if (lost.length > 0) {
      mustFit(`Entries that have chosen ${lost.map((one) => `“${one}”`).join(" or ")}`);
    }
    if (isTighter(old, field)) mustFit(`Entries beyond the new bounds of “${label}”`);
    if (old.kind === "reference" && field.of !== null && old.of !== field.of) {
      mustFit(`Entries whose “${label}” is of another type`);
    }
  }
  if (field.unique && !old.unique) mustFit(`Of entries with the same “${label}”, the later ones`);
  if (field.required && !old.required) found.push(needed(field));
  return found;
}

function isTighter(old: ContentField, field: ContentField): boolean {
  const least = (of: ContentField) => of.minimum ?? Number.NEGATIVE_INFINITY;
  const most = (of: ContentField) => of.maximum ?? Number.POSITIVE_INFINITY;
  return least(field) > least(old) || most(field) < most(old);
}
