import type { KeyboardEvent, Ref } from "react";

type TitleFieldProps = {
  ref: Ref<HTMLTextAreaElement>;
  value: string;
  onChange: (value: string) => void;
  /** Enter goes on to the text. */
  onEnter: () => void;
  error?: string | undefined;
};

/** The title in the type it will be read in; it wraps and grows with what is typed. */
export function TitleField({ ref, value, onChange, onEnter, error }: TitleFieldProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onEnter();
  };
  const type = "col-start-1 row-start-1 font-display text-4xl leading-[1.15] lg:text-5xl";
  return (
    <div>
      <div className="grid">
        {/* Gives the grid cell the height of the text, which a textarea cannot do everywhere. */}
        <div
          aria-hidden
          className={`${type} invisible whitespace-pre-wrap [overflow-wrap:anywhere]`}
        >
          {value || " "}{" "}
        </div>
        <textarea
          ref={ref}
          rows={1}
          className={`${type} resize-none overflow-hidden bg-transparent outline-none [overflow-wrap:anywhere]`}
          aria-label="Title"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? "title-error" : undefined}
          placeholder="Title"
          maxLength={200}
          value={value}
          onChange={(event) => onChange(event.target.value.replace(/\s*\n\s*/g, " "))}
          onKeyDown={onKeyDown}
        />
      </div>
      {error && (
        <p id="title-error" className="mt-1 text-bad text-sm">
          {error}
        </p>
      )}
    </div>
  );
}
