import { hashKey } from "@tanstack/react-query";
import { diffArrays, diffWordsWithSpace } from "diff";
import type { EntryData } from "@/features/entries/entry.ts";
import { readable } from "@/features/entries/history/readable.ts";

/** What one save held, with names in the place of ids. */
export type Snapshot = {
  title: string;
  slug: string;
  /** The title of what it stands below; empty at the top. */
  parent: string;
  terms: readonly string[];
  data: EntryData;
};

export type Part = { text: string; changed: boolean };
/** A line on both sides; a side without it has no parts. */
export type Row =
  | { kind: "same"; text: string }
  | { kind: "changed"; before: readonly Part[]; after: readonly Part[] };

export type Section = {
  /** Names the field for the screen. */
  key: string;
  rows: readonly Row[];
  /** Whether anything differs, and whether it is something that the words do not show. */
  differs: boolean;
  onlyForm: boolean;
};

const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });

/** What two saves hold, field by field; fields that are empty in both are left out. */
export function compare(before: Snapshot, after: Snapshot): Section[] {
  const { data: dataBefore, ...first } = before;
  const { data: dataAfter, ...second } = after;
  const pairs: [string, unknown, unknown][] = [
    ...(["title", "slug", "parent", "terms"] as const).map((key): [string, unknown, unknown] => [
      key,
      first[key],
      second[key],
    ]),
    ...[...new Set([...Object.keys(dataBefore), ...Object.keys(dataAfter)])].map(
      (key): [string, unknown, unknown] => [`data.${key}`, dataBefore[key], dataAfter[key]],
    ),
  ];
  return pairs
    .map(([key, was, is]) => section(key, was, is))
    .filter(({ rows, onlyForm }) => rows.length > 0 || onlyForm);
}

function section(key: string, was: unknown, is: unknown): Section {
  const rows = compareLines(readable(was), readable(is));
  const words = rows.some(({ kind }) => kind === "changed");
  const onlyForm = !words && hashKey([was ?? ""]) !== hashKey([is ?? ""]) && rows.length > 0;
  return { key, rows, differs: words || onlyForm, onlyForm };
}

/** Lines beside each other; within those that were rewritten, the words that differ are marked. */
export function compareLines(before: readonly string[], after: readonly string[]): Row[] {
  const rows: Row[] = [];
  let removed: readonly string[] = [];
  const pair = (added: readonly string[]) => {
    for (let i = 0; i < Math.max(removed.length, added.length); i++) {
      rows.push(compareWords(removed[i], added[i]));
    }
    removed = [];
  };
  for (const run of diffArrays([...before], [...after])) {
    if (run.removed) {
      removed = run.value;
    } else if (run.added) {
      pair(run.value);
    } else {
      pair([]);
      rows.push(...run.value.map((text): Row => ({ kind: "same", text })));
    }
  }
  pair([]);
  return rows;
}

function compareWords(before: string | undefined, after: string | undefined): Row {
  const whole = (text: string | undefined): Part[] =>
    text === undefined ? [] : [{ text, changed: true }];
  if (before === undefined || after === undefined) {
    return { kind: "changed", before: whole(before), after: whole(after) };
  }
  const runs = diffWordsWithSpace(before, after, { intlSegmenter: segmenter });
  const kept = runs.reduce(
    (sum, run) => sum + (run.added || run.removed ? 0 : run.value.length),
    0,
  );
  // Two sentences that share a few words only are another sentence, not a change of the first.
  if (kept < 0.3 * Math.max(before.length, after.length)) {
    return { kind: "changed", before: whole(before), after: whole(after) };
  }
  const side = (other: "added" | "removed") =>
    runs
      .filter((run) => !run[other])
      .map((run): Part => ({ text: run.value, changed: run.added || run.removed }));
  return { kind: "changed", before: side("added"), after: side("removed") };
}
