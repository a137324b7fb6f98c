import { Combobox as Base } from "@base-ui/react/combobox";
import { Check, ChevronsUpDown, X } from "lucide-react";
import type { ReactNode } from "react";
import type { FieldControl } from "@/components/ui/field.tsx";
import { inputClasses } from "@/components/ui/input.tsx";
import { cn } from "@/lib/cn.ts";

type ComboboxProps<T> = {
  control: FieldControl;
  value: T | null;
  onChange: (value: T | null) => void;
  /** What the search found; the list shows it as it is. */
  items: readonly T[];
  onSearch: (text: string) => void;
  label: (item: T) => string;
  isSame: (a: T, b: T) => boolean;
  placeholder: string;
  /** Said in the list while it is empty or on its way. */
  status: ReactNode;
};

const cornerButton = "grid h-full w-9 place-items-center rounded text-muted hover:text-ink";

/** A choice out of more than a list can hold, found by typing. */
export function Combobox<T>({
  control,
  value,
  onChange,
  items,
  onSearch,
  label,
  isSame,
  placeholder,
  status,
}: ComboboxProps<T>) {
  return (
    <Base.Root
      items={items}
      filter={null}
      value={value}
      onValueChange={onChange}
      itemToStringLabel={label}
      isItemEqualToValue={isSame}
      onInputValueChange={(text, { reason }) => onSearch(reason === "input-change" ? text : "")}
    >
      <div className="relative">
        <Base.Input
          {...control}
          placeholder={placeholder}
          className={cn(inputClasses, "h-11 pr-20")}
        />
        <div className="absolute inset-y-0 right-1 flex">
          {value !== null && (
            <Base.Clear className={cornerButton} aria-label="Clear the choice">
              <X aria-hidden className="size-4" />
            </Base.Clear>
          )}
          <Base.Trigger className={cornerButton} aria-label="Show the choices">
            <ChevronsUpDown aria-hidden className="size-4" />
          </Base.Trigger>
        </div>
      </div>
      <Base.Portal>
        <Base.Positioner className="z-50 outline-none" sideOffset={4}>
          <Base.Popup className="max-h-72 w-(--anchor-width) overflow-y-auto rounded border border-rule bg-raised p-1 shadow-[0_12px_32px_-8px_rgb(28_26_23/0.28)]">
            <Base.Status className="px-3 py-2 text-muted text-sm empty:hidden">{status}</Base.Status>
            <Base.List>
              {(item: T) => (
                <Base.Item
                  key={label(item)}
                  value={item}
                  className="flex cursor-default select-none items-center gap-2 rounded-sm px-3 py-2 outline-none data-highlighted:bg-sunken"
                >
                  <span className="min-w-0 flex-1 truncate">{label(item)}</span>
                  <Base.ItemIndicator>
                    <Check aria-hidden className="size-4 text-green" />
                  </Base.ItemIndicator>
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
