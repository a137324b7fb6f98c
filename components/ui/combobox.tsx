"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import { Check, ChevronDown } from "lucide-react";
import { useSyncExternalStore } from "react";
import { cn } from "./cn.ts";
import type { FieldControl } from "./field.tsx";
import { Input, inputStyle } from "./input.tsx";
import { popoverStyle } from "./popup.ts";

const never = () => () => {};

export interface ComboboxItem {
  readonly value: string;
  readonly label: string;
}

interface ComboboxProps extends Partial<FieldControl> {
  items: readonly ComboboxItem[];
  value: string | null;
  onChange: (value: string | null) => void;
  placeholder?: string;
  /** Said when nothing matches. */
  empty?: string;
  className?: string;
}

/** One of many, found by typing a part of its name. For a handful, `Select` is better. */
export function Combobox({
  items,
  value,
  onChange,
  placeholder,
  empty = "Nothing matches.",
  className,
  ...control
}: ComboboxProps) {
  // On the server Base UI hides an input by a style attribute, which the policy refuses.
  const isClient = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const chosen = items.find((item) => item.value === value) ?? null;
  if (!isClient) {
    return <Input readOnly placeholder={placeholder} value={chosen?.label ?? ""} className={className} {...control} />;
  }
  return (
    <Base.Root items={items} value={chosen} onValueChange={(item) => onChange(item?.value ?? null)}>
      <Base.InputGroup className={cn("relative", className)}>
        <Base.Input placeholder={placeholder} className={cn(inputStyle, "min-h-11 pr-11")} {...control} />
        <Base.Trigger
          aria-label="Show all"
          className="absolute inset-y-0 right-0 grid w-11 cursor-pointer place-items-center text-ink-muted hover:text-ink"
        >
          <ChevronDown aria-hidden="true" strokeWidth={1.5} className="size-4.5" />
        </Base.Trigger>
      </Base.InputGroup>
      <Base.Portal>
        <Base.Positioner sideOffset={6} className="z-50">
          <Base.Popup className={cn(popoverStyle, "max-h-80 w-(--anchor-width) overflow-y-auto p-1")}>
            <Base.Empty className="px-3 py-2 text-[0.9375rem] text-ink-muted empty:hidden">{empty}</Base.Empty>
            <Base.List>
              {(item: ComboboxItem) => (
                <Base.Item
                  key={item.value}
                  value={item}
                  className="flex min-h-9 cursor-pointer items-center justify-between gap-3 rounded-[3px] px-3 py-1.5 text-[0.9375rem] outline-none select-none data-highlighted:bg-paper-sunken pointer-coarse:min-h-11"
                >
                  {item.label}
                  <Base.ItemIndicator>
                    <Check aria-hidden="true" strokeWidth={1.75} className="size-4" />
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
