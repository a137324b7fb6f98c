import { type ComponentProps, type ReactNode, useId } from "react";
import { cn } from "./cn.ts";

type ChoiceProps = Omit<ComponentProps<"input">, "type"> & {
  label: ReactNode;
  hint?: ReactNode;
};

/** The browser's own checkbox in our clothes: no script, and forms work before one has loaded. */
export function Checkbox({ label, hint, className, ...props }: ChoiceProps) {
  return (
    <Choice hint={hint} label={label} className={className}>
      {(describedBy) => (
        <input
          type="checkbox"
          aria-describedby={describedBy}
          className="mark-check mt-0.5 size-5 shrink-0 cursor-pointer control-mark rounded-[3px] border border-rule-strong bg-paper-raised checked:border-green checked:bg-green indeterminate:border-green indeterminate:bg-green aria-invalid:border-bad disabled:cursor-not-allowed disabled:opacity-60"
          {...props}
        />
      )}
    </Choice>
  );
}

/** On or off, at once: for what needs no “save”. */
export function Switch({ label, hint, className, ...props }: ChoiceProps) {
  return (
    <Choice hint={hint} label={label} className={className} indent="ml-12.5">
      {(describedBy) => (
        <input
          type="checkbox"
          // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox says by itself whether it is checked
          role="switch"
          aria-describedby={describedBy}
          className="mark-switch relative mt-px h-6 w-10 shrink-0 cursor-pointer control-mark rounded-full border border-rule-strong bg-paper-sunken transition-colors checked:border-green checked:bg-green disabled:cursor-not-allowed disabled:opacity-60"
          {...props}
        />
      )}
    </Choice>
  );
}

/** One of several; put them into a `FieldGroup`, all with the same `name`. */
export function Radio({ label, hint, className, ...props }: ChoiceProps) {
  return (
    <Choice hint={hint} label={label} className={className}>
      {(describedBy) => (
        <input
          type="radio"
          aria-describedby={describedBy}
          className="mt-0.5 size-5 shrink-0 cursor-pointer control-mark rounded-full border border-rule-strong bg-paper-raised checked:border-6 checked:border-green disabled:cursor-not-allowed disabled:opacity-60"
          {...props}
        />
      )}
    </Choice>
  );
}

interface Frame {
  label: ReactNode;
  hint: ReactNode;
  className: string | undefined;
  /** As wide as the control and the gap beside it. */
  indent?: string;
  children: (describedBy: string | undefined) => ReactNode;
}

function Choice({ label, hint, className, indent = "ml-7.5", children }: Frame) {
  const hintId = useId();
  return (
    <div className={cn("grid justify-items-start", className)}>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the control is what `children` makes */}
      <label className="flex min-h-6 cursor-pointer items-start gap-2.5 text-[0.9375rem] pointer-coarse:min-h-11 pointer-coarse:items-center">
        {children(hint ? hintId : undefined)}
        <span>{label}</span>
      </label>
      {hint && (
        <div id={hintId} className={cn(indent, "text-sm text-ink-muted")}>
          {hint}
        </div>
      )}
    </div>
  );
}
