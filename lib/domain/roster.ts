import { CsvError, parse } from "csv-parse/sync";
import { FreeholdError, failure } from "../errors.ts";
import { numberedSlug, slugFromName } from "./slug-from-name.ts";
import { parseTenantName } from "./tenant-name.ts";

/** One client of a list. */
export interface RosterLine {
  /** Line in the file, for messages. */
  readonly line: number;
  readonly name: string;
}

/** What a column with names is called when nobody says. */
const usualNameColumns = ["name", "company", "company name", "client", "organisation", "organization", "security"];

/**
 * What a CSV file says. Anything but UTF-8 is refused: guessed at, it would become clients with “�” in their names.
 * @throws csv_invalid with the first line that is not UTF-8
 */
export function decodeRoster(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    const line = new TextDecoder()
      .decode(bytes)
      .replace(/\uFFFD.*$/s, "")
      .split(/\r\n?|\n/).length;
    const why = "it is not UTF-8, which Excel saves as “CSV UTF-8”";
    throw failure("csv_invalid", { file, line, why }, { cause: error });
  }
}

/**
 * Reads a CSV file with a head line; the values stand between commas, or between semicolons as Excel writes them in
 * half of Europe.
 * @param file its name, for messages
 * @param nameColumn the column with the names; one of the usual ones when undefined
 * @throws csv_invalid with the line, csv_column_missing
 */
export function parseRoster(text: string, file: string, nameColumn?: string): RosterLine[] {
  const [head, ...rows] = parseLines(text, file);
  if (!head) throw failure("csv_invalid", { file, line: 1, why: "the file is empty" });
  const column = findColumn(head.record, nameColumn);
  if (column < 0) {
    const columns = head.record.map((name) => `“${name}”`).join(", ");
    throw failure("csv_column_missing", { file, column: nameColumn ?? "name", columns });
  }
  return rows.map(({ record, line }) => ({ line, name: record[column] ?? "" }));
}

interface ParsedLine {
  readonly record: readonly string[];
  readonly line: number;
}

function parseLines(text: string, file: string): ParsedLine[] {
  // The parser counts a line end of two characters inside quotes twice.
  const unified = text.replace(/\r\n?/g, "\n");
  try {
    return parseRecords(unified);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw failure("csv_invalid", { file, line: lineOf(error, unified), why: inWords(error) }, { cause: error });
  }
}

function parseRecords(text: string, count = -1): ParsedLine[] {
  const delimiter = separatorOf(text);
  const options = { bom: true, delimiter, info: true, skip_empty_lines: true, trim: true, to: count } as const;
  const parsed = parse(text, options) as unknown as { record: string[]; info: { lines: number } }[];
  return parsed.map(({ record, info }) => ({ record, line: info.lines }));
}

function separatorOf(text: string): "," | ";" {
  const [head = ""] = text.split("\n", 1);
  return head.includes(";") && !head.includes(",") ? ";" : ",";
}

/** A quotation mark that is never closed is noticed at the end of the file; its line is where it was opened. */
function lineOf(error: CsvError, text: string): number {
  if (error.code !== "CSV_QUOTE_NOT_CLOSED") return Number(error.lines ?? 1);
  const complete = Number(error.records ?? 0);
  return 1 + (complete === 0 ? 0 : (parseRecords(text, complete).at(-1)?.line ?? 0));
}

function inWords(error: CsvError): string {
  switch (error.code) {
    case "CSV_QUOTE_NOT_CLOSED":
      return "a quotation mark is opened and never closed";
    case "CSV_INVALID_CLOSING_QUOTE":
    case "INVALID_OPENING_QUOTE":
      return "a quotation mark stands in the middle of a value";
    case "CSV_RECORD_INCONSISTENT_FIELDS_LENGTH":
    case "CSV_RECORD_INCONSISTENT_COLUMNS":
      return "it does not have as many values as the head line";
    default:
      return error.message.replace(/\.$/, "");
  }
}

function findColumn(head: readonly string[], wanted: string | undefined): number {
  const names = head.map((name) => name.toLowerCase());
  if (wanted !== undefined) return names.indexOf(wanted.toLowerCase());
  return usualNameColumns.map((name) => names.indexOf(name)).find((index) => index >= 0) ?? -1;
}

/** A line with the address it gets. */
export interface PlannedLine extends RosterLine {
  readonly slug: string;
  /** Whether there is a client of this name at this address already. */
  readonly exists: boolean;
}

export interface RefusedLine extends RosterLine {
  readonly error: FreeholdError;
}

/**
 * Gives each line its address: made from the name, unique, and on every run the same, so that an
 * interrupted list can be run again.
 * @param taken names of the clients there are, by slug
 */
export function planRoster(
  lines: readonly RosterLine[],
  taken: ReadonlyMap<string, string>,
): { readonly planned: PlannedLine[]; readonly refused: RefusedLine[] } {
  const used = new Set<string>();
  const planned: PlannedLine[] = [];
  const refused: RefusedLine[] = [];
  for (const line of lines) {
    const named = nameLine(line);
    if (named instanceof FreeholdError) {
      refused.push({ ...line, error: named });
      continue;
    }
    const { name, base } = named;
    let number = 1;
    let slug = base;
    while (used.has(slug) || (taken.has(slug) && taken.get(slug) !== name)) slug = numberedSlug(base, ++number);
    used.add(slug);
    planned.push({ line: line.line, name, slug, exists: taken.has(slug) });
  }
  return { planned, refused };
}

function nameLine(line: RosterLine): { readonly name: string; readonly base: string } | FreeholdError {
  try {
    const name = parseTenantName(line.name);
    const base = slugFromName(name);
    return base === null ? failure("name_invalid", { why: `no address can be made of “${name}”` }) : { name, base };
  } catch (error) {
    if (error instanceof FreeholdError) return error;
    throw error;
  }
}
