import { Field } from "@/components/ui/field.tsx";
import { Input, inputClasses } from "@/components/ui/input.tsx";
import { cn } from "@/lib/cn.ts";

type TextFieldProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** In characters. */
  longest: number;
  hint?: string;
  error?: string | undefined;
  type?: "text" | "email" | "tel" | "url";
};

export function LineField({ label, value, onChange, longest, hint, error, type }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <Input
          {...control}
          type={type}
          maxLength={longest}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

export function LinesField({
  label,
  value,
  onChange,
  longest,
  hint,
  error,
  rows = 3,
}: TextFieldProps & { rows?: number }) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <textarea
          {...control}
          rows={rows}
          maxLength={longest}
          className={cn(inputClasses, "field-sizing-content py-2")}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
