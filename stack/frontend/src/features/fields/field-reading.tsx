import { RichText } from "@/features/editor/rich-text.tsx";
import { dateInWords } from "@/features/fields/dates.ts";
import { type ContentField, itemKindOf } from "@/features/fields/field.ts";
import { FileThere } from "@/features/fields/inputs/media-input.tsx";
import { TargetName } from "@/features/fields/inputs/reference-input.tsx";
import { isEmpty, jsonText } from "@/features/fields/values.ts";

type FieldReadingProps = { field: ContentField; value: unknown };

/** One field for those who may read it but not change it. */
export function FieldReading({ field, value }: FieldReadingProps) {
  const item = itemKindOf(field);
  return (
    <div>
      <dt className="font-medium text-[0.9375rem] text-muted">{field.label}</dt>
      <dd className="mt-1 min-w-0 [overflow-wrap:anywhere]">
        {isEmpty(value) ? (
          <span className="text-muted">Nothing yet</span>
        ) : Array.isArray(value) && field.kind !== "json" ? (
          <ul className="grid gap-2">
            {value.map((each, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: it is only read, and two may be the same
              <li key={place}>
                <Value kind={item ?? field.kind} label={field.label} value={each} />
              </li>
            ))}
          </ul>
        ) : (
          <Value kind={field.kind} label={field.label} value={value} />
        )}
      </dd>
    </div>
  );
}

type ValueProps = { kind: ContentField["kind"]; label: string; value: unknown };

function Value({ kind, label, value }: ValueProps) {
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (typeof value === "string") {
    switch (kind) {
      case "richtext":
        return <RichText value={value} onChange={() => {}} label={label} readOnly />;
      case "date":
        return dateInWords(value);
      case "media":
        return <FileThere address={value} />;
      case "reference":
        return <TargetName id={value} />;
      case "json":
        break;
      default:
        return <span className="whitespace-pre-line">{value}</span>;
    }
  }
  if (typeof value === "number" && kind !== "json") return value;
  return (
    <pre className="overflow-x-auto rounded bg-sunken p-3 font-mono text-sm">{jsonText(value)}</pre>
  );
}
