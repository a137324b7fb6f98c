import { LibraryText } from "@/features/fields/library-text.tsx";

type RichTextInputProps = {
  label: string;
  value: unknown;
  onChange: (value: string | null) => void;
};

/** Text with form, in a frame of its own among the other fields. */
export function RichTextInput({ label, value, onChange }: RichTextInputProps) {
  return (
    <div className="field-text">
      <LibraryText
        label={label}
        value={typeof value === "string" ? value : ""}
        onChange={(html) => onChange(html === "" ? null : html)}
      />
    </div>
  );
}
