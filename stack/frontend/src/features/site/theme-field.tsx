import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { Spinner } from "@/components/ui/spinner.tsx";
import { themesQuery } from "@/features/site/api.ts";
import { messageOf } from "@/lib/api-error.ts";

type ThemeFieldProps = {
  theme: string;
  onChange: (theme: string) => void;
  error?: string | undefined;
};

/** Chooses the public site's theme by what it looks like. */
export function ThemeField({ theme, onChange, error }: ThemeFieldProps) {
  const themes = useQuery(themesQuery);
  const errorId = useId();
  const problem =
    error ?? (themes.error ? `The themes could not be loaded. ${messageOf(themes.error)}` : "");
  return (
    <fieldset aria-describedby={problem ? errorId : undefined}>
      <legend className="font-medium text-[0.9375rem]">Theme</legend>
      {themes.isPending && (
        <p role="status" className="mt-2 flex items-center gap-2 text-muted text-sm">
          <Spinner />
          Loading the themes…
        </p>
      )}
      <div className="mt-2 grid gap-4 sm:grid-cols-2">
        {themes.data?.map(({ name, label, about, paper, ink, accent, display }) => (
          <label
            key={name}
            className="relative grid cursor-pointer content-start gap-2 rounded border border-rule-strong p-2 pb-3 has-checked:border-green has-disabled:cursor-not-allowed has-checked:outline-2 has-checked:outline-green has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-4"
          >
            <input
              type="radio"
              name="theme"
              className="absolute size-px opacity-0"
              checked={theme === name}
              onChange={() => onChange(name)}
            />
            <span
              aria-hidden
              className="flex h-24 items-end justify-between rounded-sm border border-rule p-3"
              style={{ background: paper, color: ink, fontFamily: display }}
            >
              <span className="font-semibold text-3xl leading-none">Aa</span>
              <span className="h-6 w-16 rounded-sm" style={{ background: accent }} />
            </span>
            <span className="px-1 font-medium">{label}</span>
            <span className="-mt-1.5 px-1 text-muted text-sm">{about}</span>
          </label>
        ))}
      </div>
      {problem && (
        <p id={errorId} className="mt-2 text-bad text-sm">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
