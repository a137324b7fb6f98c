import { CircleAlert } from "lucide-react";
import { type ReactNode, useId } from "react";

/** What the control inside a field must carry. */
export type FieldControl = {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
};

type Notes = { hint?: ReactNode; error?: string | undefined };

type FieldProps = Notes & {
  label: string;
  /** Sits at the end of the label's line. */
  aside?: ReactNode;
  children: (control: FieldControl) => ReactNode;
};

/** A label, a control, a hint and an error, tied together for assistive technology. */
export function Field({ label, hint, error, aside, children }: FieldProps) {
  const id = useId();
  return (
    <div className="grid grid-cols-1 gap-1.5">
      <div className="flex items-baseline justify-between gap-4">
        <label htmlFor={id} className="font-medium text-[0.9375rem]">
          {label}
        </label>
        {aside}
      </div>
      {children({ id, ...notesOf(id, { hint, error }) })}
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  );
}

type FieldGroupProps = Omit<FieldProps, "children"> & { children: ReactNode };

/** The same around several controls that answer one question. */
export function FieldGroup({ label, hint, error, aside, children }: FieldGroupProps) {
  const id = useId();
  return (
    <fieldset
      className="min-w-0"
      aria-describedby={notesOf(id, { hint, error })["aria-describedby"]}
    >
      {/* A legend lays itself out; its line is laid out inside it. */}
      <legend className="mb-1.5 w-full">
        <span className="flex items-baseline justify-between gap-4">
          <span className="font-medium text-[0.9375rem]">{label}</span>
          {aside}
        </span>
      </legend>
      <div className="grid grid-cols-1 gap-1.5">
        {children}
        <FieldNotes id={id} hint={hint} error={error} />
      </div>
    </fieldset>
  );
}

/** What ties a control to the notes under it. */
export function notesOf(id: string, { hint, error }: Notes): Omit<FieldControl, "id"> {
  const ids = [error ? `${id}-error` : "", hint ? `${id}-hint` : ""].filter(Boolean);
  return {
    "aria-describedby": ids.join(" ") || undefined,
    "aria-invalid": error ? true : undefined,
  };
}

/** What is wrong with a control, and what helps. */
export function FieldNotes({ id, hint, error }: Notes & { id: string }) {
  return (
    <>
      {error && (
        <p id={`${id}-error`} className="flex items-start gap-1.5 text-bad text-sm">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {error}
        </p>
      )}
      {hint && (
        <div id={`${id}-hint`} className="text-muted text-sm">
          {hint}
        </div>
      )}
    </>
  );
}
