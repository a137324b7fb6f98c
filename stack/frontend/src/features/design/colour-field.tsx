import { RotateCcw } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import { colourOf } from "@/features/design/colour.ts";

type ColourFieldProps = {
  label: string;
  /** Null while it is the theme's own, which is `own`. */
  value: string | null;
  own: string;
  onChange: (value: string | null) => void;
  hint?: ReactNode;
};

/** A colour by the platform's picker or by its number, and the way back to the theme's. */
export function ColourField({ label, value, own, onChange, hint }: ColourFieldProps) {
  const shown = value ?? own;
  const [typed, setTyped] = useState({ text: shown, for: shown });
  if (typed.for !== shown) setTyped({ text: shown, for: shown });
  return (
    <Field
      label={label}
      hint={hint}
      aside={
        value !== null && (
          <Button variant="link" size="inline" className="text-sm" onClick={() => onChange(null)}>
            <RotateCcw aria-hidden className="size-3.5!" />
            The theme’s
            <span className="sr-only"> {label.toLowerCase()}</span>
          </Button>
        )
      }
      error={
        colourOf(typed.text) === null ? "A colour has six digits, such as #1f4d3a." : undefined
      }
    >
      {(control) => (
        <div className="flex gap-2">
          <input
            type="color"
            aria-label={`${label}: choose`}
            className="h-11 w-14 shrink-0 cursor-pointer rounded border border-rule-strong bg-raised p-1 disabled:cursor-not-allowed"
            value={shown}
            onChange={(event) => onChange(event.target.value)}
          />
          <Input
            {...control}
            className="font-mono"
            spellCheck={false}
            autoComplete="off"
            maxLength={9}
            value={typed.text}
            onChange={(event) => {
              const text = event.target.value;
              const colour = colourOf(text);
              setTyped({ text, for: colour ?? shown });
              if (colour !== null && colour !== shown) onChange(colour);
            }}
            onBlur={() => setTyped({ text: shown, for: shown })}
          />
        </div>
      )}
    </Field>
  );
}
