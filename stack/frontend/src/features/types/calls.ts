import type { ContentField } from "@/features/fields/field.ts";
import { itemKindOf } from "@/features/fields/field.ts";
import { isEmpty } from "@/features/fields/values.ts";
import { oneOf } from "@/features/types/words.ts";

export type Call = { title: string; method: "GET" | "POST" | "PUT"; path: string; curl: string };

type Described = { key: string; name: string; plural: string; fields: readonly ContentField[] };

/** What a program asks to read and write entries of a type, ready for a shell. */
export function callsFor({ key, name, plural, fields }: Described, origin: string): Call[] {
  const data = Object.fromEntries(
    fields.filter((field) => field.required).map((field) => [field.key, sampleOf(field)]),
  );
  const body = JSON.stringify({ type: key, title: capital(oneOf(name)), data }, null, 2);
  const call = (title: string, method: Call["method"], path: string, sent?: string): Call => ({
    title,
    method,
    path,
    curl: curl(origin, method, path, sent),
  });
  return [
    call(`All ${plural.toLowerCase()} that are public`, "GET", `/api/published?type=${key}`),
    call(`${capital(oneOf(name))} that is public`, "GET", "/api/published/{id}"),
    call(`Write ${oneOf(name)}; it is a draft`, "POST", "/api/entries", body),
    call(`Publish ${oneOf(name)}`, "POST", "/api/entries/{id}/publish"),
  ];
}

function curl(origin: string, method: Call["method"], path: string, body?: string): string {
  const lines = [
    `curl ${method === "GET" ? "" : `-X ${method} `}${quoted(`${origin}${path}`)}`,
    `-H "Authorization: Bearer $TOKEN"`,
    ...(body ? ["-H 'Content-Type: application/json'", `-d ${quoted(body)}`] : []),
  ];
  return lines.join(" \\\n  ");
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** For a POSIX shell, whatever it holds. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** Something that the field would take. */
function sampleOf(field: ContentField): unknown {
  if (!isEmpty(field.default)) return field.default;
  const item = itemKindOf(field);
  if (item) return [sampleOf({ ...field, kind: item, multiple: false, default: null })];
  switch (field.kind) {
    case "number":
      return field.minimum ?? field.maximum ?? 1;
    case "date":
      return "2027-03-31";
    case "boolean":
      return true;
    case "choice":
      return field.multiple ? field.choices.slice(0, 1) : field.choices[0];
    case "media":
      return "/_media/{id}/{name}";
    case "reference":
      return "{id of an entry}";
    case "richtext":
      return "<p>…</p>";
    case "json":
      return {};
    default:
      return "…";
  }
}
