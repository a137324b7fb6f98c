import type { FieldControl } from "@/components/ui/field.tsx";
import { Input, inputClasses } from "@/components/ui/input.tsx";
import { cn } from "@/lib/cn.ts";

/** Characters up to which a text is asked for on one line. */
const oneLine = 80;

type TextInputProps = FieldControl & {
  value: unknown;
  onChange: (value: string | null) => void;
  longest: number | null;
};

/** A text without form: one line where it can only be short, else as high as it is. */
export function TextInput({ value, onChange, longest, ...control }: TextInputProps) {
  const text = typeof value === "string" ? value : "";
  const tell = (next: string) => onChange(next === "" ? null : next);
  if (longest !== null && longest <= oneLine) {
    return <Input {...control} value={text} onChange={(event) => tell(event.target.value)} />;
  }
  return (
    <textarea
      {...control}
      rows={2}
      className={cn(inputClasses, "field-sizing-content max-h-96 min-h-11 py-2.5")}
      value={text}
      onChange={(event) => tell(event.target.value)}
    />
  );
}
