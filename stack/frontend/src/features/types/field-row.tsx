import { CircleAlert, Lock, Pencil, X } from "lucide-react";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge.tsx";
import { Button } from "@/components/ui/button.tsx";
import { type ContentField, itemKindOf } from "@/features/fields/field.ts";
import type { ContentType } from "@/features/types/api.ts";
import type { BuiltInField } from "@/features/types/built-in-fields.ts";
import { itemNames, kindFacts } from "@/features/types/kinds.ts";

type FieldRowProps = {
  field: ContentField;
  types: readonly ContentType[];
  /** What it is moved by; null where it is not. */
  handle: ReactNode;
  problem?: string | undefined;
  onEdit?: () => void;
  onRemove?: () => void;
};

/** One field of a type, on a line. */
export function FieldRow({ field, types, handle, problem, onEdit, onRemove }: FieldRowProps) {
  const Icon = kindFacts[field.kind].icon;
  return (
    <div className="flex items-start gap-2 border-rule border-b py-3">
      {handle}
      <Icon aria-hidden className="mt-2.5 size-5 shrink-0 text-muted" />
      <div className="min-w-0 flex-1 py-1.5">
        <p className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1">
          <span className="font-medium [overflow-wrap:anywhere]">{field.label}</span>
          <code className="text-muted text-sm [overflow-wrap:anywhere]">{field.key}</code>
          {field.required && <Badge tone="warn">Needed</Badge>}
          {field.unique && <Badge tone="idle">Unique</Badge>}
        </p>
        <p className="mt-0.5 text-muted text-sm [overflow-wrap:anywhere]">
          {inWords(field, types)}
        </p>
        {problem && (
          <p role="alert" className="mt-1 flex items-start gap-1.5 text-bad text-sm">
            <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            {problem}
          </p>
        )}
      </div>
      {onEdit && (
        <Button variant="quiet" size="icon" title="Change" onClick={onEdit}>
          <Pencil aria-hidden />
          <span className="sr-only">Change “{field.label}”</span>
        </Button>
      )}
      {onRemove && (
        <Button
          variant="quiet"
          size="icon"
          title="Remove"
          className="text-muted hover:text-bad"
          onClick={onRemove}
        >
          <X aria-hidden />
          <span className="sr-only">Remove “{field.label}”</span>
        </Button>
      )}
    </div>
  );
}

/** What every entry has and nobody changes. */
export function BuiltInRow({ field }: { field: BuiltInField }) {
  return (
    <li className="flex items-center gap-2 border-rule border-b py-2.5 text-muted">
      <span className="grid w-8 shrink-0 place-items-center">
        <Lock aria-hidden className="size-4" />
      </span>
      <span className="min-w-0 flex-1">
        {field.label}{" "}
        <span className="text-sm">
          {field.kind && `· ${kindFacts[field.kind].name} `}· always there
        </span>
      </span>
    </li>
  );
}

/** "Several files", "A list of dates", "Choice: easy, hard". */
function inWords(field: ContentField, types: readonly ContentType[]): string {
  const { kind, multiple, choices, of } = field;
  const target = types.find(({ key }) => key === of);
  const item = itemKindOf(field);
  switch (kind) {
    case "list":
      return item ? `A list of ${itemNames[item]}` : "A list";
    case "choice":
      return `${multiple ? "Several of" : "One of"}: ${choices.join(", ")}`;
    case "media":
      return multiple ? "Several files" : "A file";
    case "reference": {
      const what = of === null ? "any type" : (target?.plural ?? of);
      return `${multiple ? "Several entries" : "An entry"} of ${what}`;
    }
    default:
      return [kindFacts[kind].name, bounds(field)].filter(Boolean).join(", ");
  }
}

function bounds({ kind, minimum, maximum }: ContentField): string {
  const unit = kind === "text" ? " characters" : "";
  if (minimum !== null && maximum !== null) return `${minimum} to ${maximum}${unit}`;
  if (minimum !== null) return `at least ${minimum}${unit}`;
  return maximum === null ? "" : `at most ${maximum}${unit}`;
}
