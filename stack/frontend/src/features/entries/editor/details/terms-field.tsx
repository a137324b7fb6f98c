import { Combobox } from "@base-ui/react/combobox";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Check, Plus, X } from "lucide-react";
import { useRef, useState } from "react";
import { TreeName } from "@/components/tree-name.tsx";
import { Field } from "@/components/ui/field.tsx";
import { inputClasses } from "@/components/ui/input.tsx";
import { countedTermsQuery, createTerm, type Term } from "@/features/terms/api.ts";
import { inTreeOrder } from "@/features/terms/tree.ts";
import { messageOf } from "@/lib/api-error.ts";
import { cn } from "@/lib/cn.ts";

type TermsFieldProps = {
  kind: Term["kind"];
  label: string;
  /** Those of this kind there are. */
  terms: readonly Term[];
  /** Ids of those that are chosen, of other kinds too. */
  chosen: readonly string[];
  onChange: (ids: readonly string[]) => void;
};

/** In the place of an id: a term that is made when it is chosen. */
const toMake = "new";
type Offer = { id: string; name: string; depth: number; above: string };

/** Chooses among the categories or tags there are, and makes new ones on the spot. */
export function TermsField({ kind, label, terms, chosen, onChange }: TermsFieldProps) {
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState("");
  const frame = useRef<HTMLDivElement>(null);
  const name = typed.trim();
  const there = terms.some((term) => term.name.toLowerCase() === name.toLowerCase());
  const offers: Offer[] = [
    ...inTreeOrder(terms).map(({ term: { id, name }, ...place }) => ({ id, name, ...place })),
    ...(name === "" || there ? [] : [{ id: toMake, name, depth: 0, above: "" }]),
  ];
  const value = offers.filter(({ id }) => chosen.includes(id));
  const ids = value.map(({ id }) => id);

  const make = useMutation({
    mutationFn: (name: string) =>
      createTerm(kind, { name, slug: "", description: "", parentId: null }),
    onSuccess: (made) => {
      queryClient.setQueryData(countedTermsQuery.queryKey, (before = []) => [
        ...before,
        { ...made, entries: 0, entriesWithBelow: 0 },
      ]);
      onChange([...ids, made.id]);
      void queryClient.invalidateQueries({ queryKey: countedTermsQuery.queryKey });
    },
  });

  const choose = (next: readonly Offer[]) => {
    if (next.some(({ id }) => id === toMake)) make.mutate(name);
    else onChange(next.map(({ id }) => id));
    setTyped("");
  };

  return (
    <Combobox.Root
      items={offers}
      multiple
      autoHighlight
      value={value}
      onValueChange={(next, change) => {
        // The library would empty the field; here Escape only leaves it.
        if (change.reason === "escape-key") change.cancel();
        else choose(next);
      }}
      inputValue={typed}
      onInputValueChange={setTyped}
      itemToStringLabel={({ name }: Offer) => name}
      isItemEqualToValue={(a, b) => a.id === b.id}
    >
      <Field label={label} error={make.error ? messageOf(make.error) : undefined}>
        {(control) => (
          <Combobox.Chips
            ref={frame}
            className={cn(
              inputClasses,
              "flex min-h-10 flex-wrap items-center gap-1.5 px-2 py-1.5 focus-within:border-green",
            )}
          >
            {value.map(({ id, name, above }) => (
              <Combobox.Chip
                key={id}
                aria-label={above ? `${name}, in ${above}` : name}
                title={above ? `In ${above}` : undefined}
                className="flex items-center gap-1 rounded-sm bg-sunken py-0.5 pr-1 pl-2 text-[0.9375rem] outline-offset-0"
              >
                {name}
                <Combobox.ChipRemove
                  aria-label={`Take “${name}” out`}
                  className="grid size-5 place-items-center rounded-sm text-muted hover:bg-rule hover:text-ink"
                >
                  <X aria-hidden className="size-3.5" />
                </Combobox.ChipRemove>
              </Combobox.Chip>
            ))}
            <Combobox.Input
              {...control}
              maxLength={80}
              placeholder={value.length === 0 ? "Choose or write a new one" : ""}
              className="min-w-24 flex-1 bg-transparent px-1 text-[0.9375rem] outline-none"
            />
          </Combobox.Chips>
        )}
      </Field>
      <Combobox.Portal>
        <Combobox.Positioner anchor={frame} sideOffset={4} className="z-50 outline-none">
          <Combobox.Popup className="max-h-[min(var(--available-height),18rem)] w-(--anchor-width) overflow-y-auto rounded border border-rule bg-raised p-1 shadow-[0_12px_32px_-8px_rgb(28_26_23/0.28)]">
            <Combobox.Empty className="px-3 py-2 text-muted text-sm empty:hidden">
              {name === "" ? "None yet. Write the first one." : null}
            </Combobox.Empty>
            <Combobox.List>
              {(offer: Offer) => (
                <Combobox.Item
                  key={offer.id}
                  value={offer}
                  className="flex cursor-default select-none items-center gap-2.5 rounded-sm px-3 py-1.5 text-[0.9375rem] outline-none data-highlighted:bg-sunken"
                >
                  <span className="size-4 shrink-0 text-muted">
                    {offer.id === toMake ? (
                      <Plus aria-hidden className="size-4" />
                    ) : (
                      <Combobox.ItemIndicator>
                        <Check aria-hidden className="size-4" />
                      </Combobox.ItemIndicator>
                    )}
                  </span>
                  {offer.id === toMake ? (
                    `Make “${offer.name}”`
                  ) : (
                    <TreeName {...offer} word="in" found={name !== ""} />
                  )}
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}
