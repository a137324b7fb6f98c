import type { Choices, Design, Designing } from "@/features/design/api.ts";
import { ColourField } from "@/features/design/colour-field.tsx";
import { PairingChoice } from "@/features/design/pairing-choice.tsx";
import { RadioRow } from "@/features/design/radio-row.tsx";
import { ThemeChoice } from "@/features/design/theme-choice.tsx";

type LookPanelProps = {
  design: Design;
  choices: Choices;
  adjustments: Designing["adjustments"];
  onChange: (values: Partial<Design>) => void;
};

/** Theme, colours, type and measures. */
export function LookPanel({ design, choices, adjustments, onChange }: LookPanelProps) {
  const theme = choices.themes.find(({ name }) => name === design.theme) ?? choices.themes[0];
  if (!theme) return null;
  return (
    <div className="grid gap-8">
      <ThemeChoice
        themes={choices.themes}
        pairings={choices.pairings}
        theme={theme.name}
        onChange={(next) =>
          // Another theme is another start: colours and type of the last one would fight with it.
          onChange({
            theme: next,
            paper: null,
            ink: null,
            accent: null,
            pairing: null,
            corners: null,
          })
        }
      />
      <div className="grid gap-4">
        <ColourField
          label="Accent"
          value={design.accent}
          own={theme.accent}
          onChange={(accent) => onChange({ accent })}
          hint={<Adjusted token="accent" adjustments={adjustments} />}
        />
        <ColourField
          label="Background"
          value={design.paper}
          own={theme.paper}
          onChange={(paper) => onChange({ paper })}
        />
        <ColourField
          label="Text"
          value={design.ink}
          own={theme.ink}
          onChange={(ink) => onChange({ ink })}
          hint={<Adjusted token="ink" adjustments={adjustments} />}
        />
        <label className="flex cursor-pointer items-start gap-2.5">
          <input
            type="checkbox"
            className="mt-1 size-4 shrink-0 accent-green"
            checked={design.night}
            onChange={(event) => onChange({ night: event.target.checked })}
          />
          <span className="text-[0.9375rem]">
            Dark by night
            <span className="block text-muted text-sm">
              For visitors whose device is set to dark colours. Check your logo on both.
            </span>
          </span>
        </label>
      </div>
      <PairingChoice
        pairings={choices.pairings}
        value={design.pairing}
        own={theme.pairing}
        onChange={(pairing) => onChange({ pairing })}
      />
      <div className="grid gap-4">
        <RadioRow
          legend="Corners"
          value={design.corners ?? "theme"}
          choices={[
            { value: "theme", label: "Theme’s" },
            { value: "square", label: "Square" },
            { value: "soft", label: "Soft" },
            { value: "round", label: "Round" },
          ]}
          onChange={(next) => onChange({ corners: next === "theme" ? null : next })}
        />
        <RadioRow
          legend="Width"
          value={design.width}
          choices={[
            { value: "narrow", label: "Narrow" },
            { value: "normal", label: "Normal" },
            { value: "wide", label: "Wide" },
          ]}
          onChange={(width) => onChange({ width })}
        />
        <RadioRow
          legend="Spacing"
          value={design.spacing}
          choices={[
            { value: "compact", label: "Compact" },
            { value: "normal", label: "Normal" },
            { value: "airy", label: "Airy" },
          ]}
          onChange={(spacing) => onChange({ spacing })}
        />
        <RadioRow
          legend="Header"
          value={design.header}
          choices={[
            { value: "beside", label: "Name beside menu" },
            { value: "centred", label: "Centred" },
          ]}
          onChange={(header) => onChange({ header })}
        />
      </div>
    </div>
  );
}

type AdjustedProps = { token: "ink" | "accent"; adjustments: Designing["adjustments"] };

/** What became of a colour that could not be read. */
function Adjusted({ token, adjustments }: AdjustedProps) {
  const found = adjustments.find((one) => one.token === token);
  if (!found) return null;
  const what = token === "accent" ? "Links" : "Text";
  return (
    <span role="status" className="flex items-start gap-2">
      <span
        aria-hidden
        className="mt-1 size-3.5 shrink-0 rounded-sm border border-rule-strong"
        style={{ background: found.used }}
      />
      <span>
        Hard to read on this background ({found.contrast.toFixed(1)} : 1, it takes 4.5). {what} use{" "}
        <span className="whitespace-nowrap font-mono">{found.used}</span>, the nearest that can be
        read{token === "accent" && "; buttons keep your colour"}.
      </span>
    </span>
  );
}
