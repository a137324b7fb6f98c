import { Plus, X } from "lucide-react";
import { Button } from "@/components/ui/button.tsx";
import { FieldGroup } from "@/components/ui/field.tsx";
import { type BlockLink, isEntryId } from "@/features/blocks/block.ts";
import { LineField } from "@/features/blocks/forms/text-fields.tsx";
import { type Problems, problemsBelow } from "@/features/blocks/problems.ts";
import { ReferenceInput } from "@/features/fields/inputs/reference-input.tsx";

const most = 2;

type LinksFieldProps = {
  value: readonly BlockLink[];
  onChange: (value: BlockLink[]) => void;
  problems: Problems;
};

/** Buttons: what each says, and the entry or address that it leads to. */
export function LinksField({ value, onChange, problems }: LinksFieldProps) {
  const below = problemsBelow(problems, "links");
  return (
    <FieldGroup label="Buttons" error={below[""]}>
      <div className="grid grid-cols-1 gap-3">
        {value.map((link, place) => (
          <LinkRow
            // biome-ignore lint/suspicious/noArrayIndexKey: two rows that never change places
            key={place}
            number={place + 1}
            link={link}
            onChange={(next) => onChange(value.with(place, next))}
            onRemove={() => onChange(value.toSpliced(place, 1))}
            problems={problemsBelow(below, String(place))}
          />
        ))}
        {value.length < most && (
          <Button
            size="sm"
            className="justify-self-start"
            onClick={() => onChange([...value, { label: "", to: "" }])}
          >
            <Plus aria-hidden />
            {value.length === 0 ? "Add a button" : "Add another button"}
          </Button>
        )}
      </div>
    </FieldGroup>
  );
}

type LinkRowProps = {
  number: number;
  link: BlockLink;
  onChange: (link: BlockLink) => void;
  onRemove: () => void;
  problems: Problems;
};

function LinkRow({ number, link, onChange, onRemove, problems }: LinkRowProps) {
  const entry = isEntryId(link.to);
  return (
    <div className="grid grid-cols-1 gap-4 border-rule border-l-2 pl-4">
      <div className="flex items-end gap-2">
        <div className="min-w-0 flex-1">
          <LineField
            label="What it says"
            longest={60}
            value={link.label}
            onChange={(label) => onChange({ ...link, label })}
            error={problems.label}
          />
        </div>
        <Button
          variant="quiet"
          size="icon"
          title="Remove this button"
          aria-label={`Remove button ${number}`}
          onClick={onRemove}
        >
          <X aria-hidden />
        </Button>
      </div>
      <FieldGroup label="Where it leads" error={entry ? problems.to : undefined}>
        <ReferenceInput
          label="Where it leads"
          target={null}
          value={entry ? link.to : ""}
          onChange={(id) => onChange({ ...link, to: id ?? "" })}
        />
      </FieldGroup>
      {!entry && (
        <LineField
          label="Or an address"
          hint="https://…, a path such as /blog, mailto: or tel:."
          longest={2000}
          value={link.to}
          onChange={(to) => onChange({ ...link, to: to.trim() })}
          error={problems.to}
        />
      )}
    </div>
  );
}
