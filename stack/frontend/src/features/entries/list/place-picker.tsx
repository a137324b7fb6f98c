import { Combobox } from "@base-ui/react/combobox";
import { Check, ChevronDown } from "lucide-react";
import { useState } from "react";
import { TreeName } from "@/components/tree-name.tsx";
import { Field } from "@/components/ui/field.tsx";
import { inputClasses } from "@/components/ui/input.tsx";
import type { PlaceOffer } from "@/features/entries/place-offers.ts";
import type { Place } from "@/features/entries/places.ts";
import { cn } from "@/lib/cn.ts";

type PlacePickerProps = {
  label: string;
  hint?: string;
  offers: readonly PlaceOffer[];
  /** Undefined where what was chosen is offered no more. */
  chosen: PlaceOffer | undefined;
  onChoose: (place: Place) => void;
};

/** Chooses one of many places by name, indented as their tree is until one searches. */
export function PlacePicker({ label, hint, offers, chosen, onChoose }: PlacePickerProps) {
  const [typed, setTyped] = useState("");
  const searching = typed.trim() !== "";
  return (
    <Combobox.Root
      items={offers}
      autoHighlight
      value={chosen ?? null}
      onValueChange={(offer) => {
        if (offer) onChoose(offer.place);
      }}
      onInputValueChange={setTyped}
      itemToStringLabel={({ name }: PlaceOffer) => name}
      isItemEqualToValue={(a, b) => a.id === b.id}
    >
      <Field label={label} hint={hint}>
        {(control) => (
          <Combobox.Trigger
            {...control}
            className={cn(inputClasses, "flex h-11 items-center justify-between gap-3 text-left")}
          >
            <span className="truncate">
              <Combobox.Value placeholder="A page that is gone" />
            </span>
            <ChevronDown aria-hidden className="size-4 shrink-0 text-muted" />
          </Combobox.Trigger>
        )}
      </Field>
      <Combobox.Portal>
        <Combobox.Positioner sideOffset={4} className="z-50 outline-none">
          <Combobox.Popup
            aria-label={label}
            className="flex max-h-[min(var(--available-height),22rem)] w-(--anchor-width) flex-col rounded border border-rule bg-raised shadow-[0_12px_32px_-8px_rgb(28_26_23/0.28)] outline-none"
          >
            <Combobox.Input
              aria-label="Search by title"
              placeholder="Search by title"
              maxLength={200}
              className="h-12 w-full shrink-0 border-rule border-b bg-transparent px-4 text-base outline-none"
            />
            <Combobox.Empty className="px-4 py-3 text-muted text-sm empty:hidden">
              Nothing it can stand {label.toLowerCase()} is called that.
            </Combobox.Empty>
            <Combobox.List className="min-h-0 overflow-y-auto scroll-py-1 overscroll-contain p-1 empty:p-0">
              {(offer: PlaceOffer) => (
                <Combobox.Item
                  key={offer.id}
                  value={offer}
                  className="flex min-h-11 cursor-default select-none items-center gap-2.5 rounded-sm px-3 py-1.5 text-[0.9375rem] outline-none data-highlighted:bg-sunken"
                >
                  <span className="size-4 shrink-0 text-muted">
                    <Combobox.ItemIndicator>
                      <Check aria-hidden className="size-4" />
                    </Combobox.ItemIndicator>
                  </span>
                  <TreeName {...offer} word="below" found={searching} />
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}
