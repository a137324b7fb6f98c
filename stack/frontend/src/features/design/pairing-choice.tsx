import type { Pairing } from "@/features/design/api.ts";

type PairingChoiceProps = {
  pairings: readonly Pairing[];
  /** Null while it is the theme's own, which is `own`. */
  value: string | null;
  own: string;
  onChange: (value: string | null) => void;
};

/** Chooses the letters for titles and text, each shown in itself. */
export function PairingChoice({ pairings, value, own, onChange }: PairingChoiceProps) {
  return (
    <fieldset>
      <legend className="font-medium text-[0.9375rem]">Type</legend>
      <div className="mt-1.5 divide-y divide-rule rounded border border-rule-strong">
        {pairings.map(({ name, label, about, display, displayWeight }) => (
          <label
            key={name}
            className="relative flex cursor-pointer items-center gap-3 px-3 py-2 has-checked:bg-green-soft has-disabled:cursor-not-allowed has-focus-visible:outline-2 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              name="pairing"
              className="absolute size-px opacity-0"
              checked={(value ?? own) === name}
              onChange={() => onChange(name === own ? null : name)}
            />
            <span
              aria-hidden
              className="w-9 shrink-0 text-2xl leading-none"
              style={{ fontFamily: display, fontWeight: displayWeight }}
            >
              Ag
            </span>
            <span className="min-w-0">
              <span className="block text-[0.9375rem]">
                {label}
                {name === own && <span className="text-muted"> · the theme’s</span>}
              </span>
              <span className="block text-[0.8125rem] text-muted leading-snug">{about}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
