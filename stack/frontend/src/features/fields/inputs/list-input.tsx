import { Plus, X } from "lucide-react";
import { useId, useRef, useState } from "react";
import { reordered, SortableList } from "@/components/sortable.tsx";
import { Button } from "@/components/ui/button.tsx";
import type { ItemKind } from "@/features/fields/field.ts";
import { DateInput } from "@/features/fields/inputs/date-input.tsx";
import { MediaInput } from "@/features/fields/inputs/media-input.tsx";
import { NumberInput } from "@/features/fields/inputs/number-input.tsx";
import { ReferenceInput } from "@/features/fields/inputs/reference-input.tsx";
import { TextInput } from "@/features/fields/inputs/text-input.tsx";
import { isEmpty } from "@/features/fields/values.ts";

type ListInputProps = {
  label: string;
  kind: ItemKind;
  /** The type of the entries that references lead to; null for any. */
  target: string | null;
  value: unknown;
  onChange: (value: unknown[] | null) => void;
};

/** Several of a kind in an order. What is still empty is a row here and nothing in the value. */
export function ListInput({ label, kind, target, value, onChange }: ListInputProps) {
  const { rows, set, add, remove } = useRows(Array.isArray(value) ? value : [], onChange);
  const list = useRef<HTMLDivElement>(null);
  const adder = useRef<HTMLButtonElement>(null);
  const nameOf = (place: number) => `${label} ${place + 1}`;
  return (
    <div ref={list}>
      <SortableList
        ids={rows.map(({ id }) => id)}
        nameOf={nameOf}
        onMove={(from, to) => set(reordered(rows, from, to))}
        className="grid gap-2 not-empty:mb-2"
      >
        {(place, handle) => {
          const row = rows[place];
          if (!row) return null;
          return (
            <div className="flex items-center gap-1">
              {handle}
              <div className="min-w-0 flex-1">
                <Item
                  kind={kind}
                  target={target}
                  label={nameOf(place)}
                  value={row.value}
                  onChange={(next) => set(rows.with(place, { ...row, value: next }))}
                />
              </div>
              <Button
                variant="quiet"
                size="icon"
                title="Remove"
                aria-label={`Remove ${nameOf(place)}`}
                onClick={() => {
                  remove(place);
                  adder.current?.focus();
                }}
              >
                <X aria-hidden />
              </Button>
            </div>
          );
        }}
      </SortableList>
      <Button
        ref={adder}
        size="sm"
        onClick={() => {
          add();
          // What was added is there after this event.
          requestAnimationFrame(() =>
            list.current
              ?.querySelector<HTMLElement>("li:last-child :is(input, textarea, [data-choose])")
              ?.focus(),
          );
        }}
      >
        <Plus aria-hidden />
        Add<span className="sr-only"> to “{label}”</span>
      </Button>
    </div>
  );
}

type Row = { id: string; value: unknown };

let made = 0;
const newRow = (value: unknown): Row => ({ id: `row-${++made}`, value });

/** The rows with names that stay with them, and those that are still empty. */
function useRows(value: readonly unknown[], onChange: (value: unknown[] | null) => void) {
  const [own, setOwn] = useState<readonly Row[]>(() => value.map(newRow));
  const full = own.filter((row) => !isEmpty(row.value));
  const same = full.length === value.length && full.every((row, at) => row.value === value[at]);
  const rows = same ? own : value.map(newRow);
  // It was changed from outside: what was empty goes with the rest.
  if (!same) setOwn(rows);

  const set = (next: readonly Row[]) => {
    setOwn(next);
    const values = next.map((row) => row.value).filter((each) => !isEmpty(each));
    onChange(values.length > 0 ? values : null);
  };
  return {
    rows,
    set,
    add: () => setOwn([...rows, newRow(null)]),
    remove: (place: number) => set(rows.toSpliced(place, 1)),
  };
}

type ItemProps = {
  kind: ItemKind;
  target: string | null;
  label: string;
  value: unknown;
  onChange: (value: unknown) => void;
};

function Item({ kind, target, label, value, onChange }: ItemProps) {
  const control = {
    id: useId(),
    "aria-label": label,
    "aria-describedby": undefined,
    "aria-invalid": undefined,
  } as const;
  switch (kind) {
    case "text":
      return <TextInput {...control} value={value} onChange={onChange} longest={null} />;
    case "number":
      return <NumberInput {...control} value={value} onChange={onChange} />;
    case "date":
      return <DateInput {...control} value={value} onChange={onChange} />;
    case "media":
      return <MediaInput label={label} value={value} onChange={onChange} removable={false} />;
    case "reference":
      return (
        <ReferenceInput
          label={label}
          target={target}
          value={value}
          onChange={onChange}
          removable={false}
        />
      );
  }
}
