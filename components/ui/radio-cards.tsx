import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn.ts";

export interface RadioCard {
  value: string;
  title: ReactNode;
  text?: ReactNode;
  disabled?: boolean;
}

type RadioCardsProps = Omit<ComponentProps<"input">, "type" | "value" | "defaultValue" | "name"> & {
  name: string;
  cards: readonly RadioCard[];
  defaultValue?: string;
};

/**
 * Radio buttons with room for an explanation; put them into a `FieldGroup`. What else is given goes
 * to every button, so that `{...register("plan")}` works.
 */
export function RadioCards({ cards, defaultValue, className, ...props }: RadioCardsProps) {
  return (
    <div className={cn("grid gap-px border-y border-rule bg-rule", className)}>
      {cards.map(({ value, title, text, disabled }) => (
        <label
          key={value}
          className="flex cursor-pointer items-start gap-3 bg-paper px-3 py-3.5 hover:bg-paper-raised has-checked:bg-green-soft has-disabled:cursor-not-allowed has-disabled:text-ink-muted has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-focus"
        >
          <input
            type="radio"
            value={value}
            disabled={disabled}
            defaultChecked={defaultValue === undefined ? undefined : value === defaultValue}
            className="mt-0.5 size-5 shrink-0 cursor-[inherit] control-mark rounded-full border border-rule-strong bg-paper-raised outline-none checked:border-6 checked:border-green"
            {...props}
          />
          <span className="grid gap-0.5">
            <span className="font-medium">{title}</span>
            {text && <span className="text-[0.9375rem] text-ink-muted">{text}</span>}
          </span>
        </label>
      ))}
    </div>
  );
}
