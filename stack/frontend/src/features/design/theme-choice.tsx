import type { Pairing, SiteTheme } from "@/features/design/api.ts";

type ThemeChoiceProps = {
  themes: readonly SiteTheme[];
  pairings: readonly Pairing[];
  theme: string;
  onChange: (theme: string) => void;
};

/** Chooses the theme that everything else starts from, by what it looks like. */
export function ThemeChoice({ themes, pairings, theme, onChange }: ThemeChoiceProps) {
  return (
    <fieldset>
      <legend className="font-medium text-[0.9375rem]">Theme</legend>
      <div className="mt-2 grid grid-cols-2 gap-3">
        {themes.map((choice) => {
          const type = pairings.find(({ name }) => name === choice.pairing);
          return (
            <label
              key={choice.name}
              className="relative grid cursor-pointer content-start gap-1.5 last:odd:col-span-2 rounded border border-rule-strong p-1.5 pb-2 has-checked:border-green has-disabled:cursor-not-allowed has-checked:outline-2 has-checked:outline-green has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-4"
            >
              <input
                type="radio"
                name="theme"
                className="absolute size-px opacity-0"
                checked={theme === choice.name}
                onChange={() => onChange(choice.name)}
              />
              <span
                aria-hidden
                className="grid h-20 content-between overflow-hidden rounded-sm border border-rule p-2.5"
                style={{ background: choice.paper, color: choice.ink }}
              >
                <span
                  className="text-2xl leading-none"
                  style={{ fontFamily: type?.display, fontWeight: type?.displayWeight }}
                >
                  Aa
                </span>
                <span className="flex items-end gap-1.5">
                  <span
                    className="h-4 w-10"
                    style={{ background: choice.accent, borderRadius: Math.min(choice.corners, 8) }}
                  />
                  <span
                    className="h-4 flex-1"
                    style={{ background: choice.wash, borderRadius: Math.min(choice.corners, 8) }}
                  />
                </span>
              </span>
              <span className="px-1 font-medium text-[0.9375rem]">{choice.label}</span>
              <span className="-mt-1 px-1 text-[0.8125rem] text-muted leading-snug">
                {choice.about}
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
