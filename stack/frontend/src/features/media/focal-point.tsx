import { useId } from "react";
import type { Media } from "@/features/media/api.ts";

type FocalPointProps = {
  media: Media;
  x: number;
  y: number;
  disabled: boolean;
  onChange: (x: number, y: number) => void;
};

const inside = (share: number) => Math.round(Math.min(1, Math.max(0, share)) * 100) / 100;

/** A picture on which one points at what crops must keep; sliders say the same without a pointer. */
export function FocalPoint({ media, x, y, disabled, onChange }: FocalPointProps) {
  const hint = useId();
  const largest = media.sizes.findLast(({ width }) => width <= 960)?.url ?? media.url;
  return (
    <div>
      <div className="grid place-items-center rounded bg-sunken">
        <div className="relative">
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: the sliders below do the same */}
          <img
            src={largest}
            alt={media.alt || media.name}
            className={`max-h-80 max-w-full rounded ${disabled ? "" : "cursor-crosshair"}`}
            onClick={(event) => {
              if (disabled) return;
              const box = event.currentTarget.getBoundingClientRect();
              onChange(
                inside((event.clientX - box.left) / box.width),
                inside((event.clientY - box.top) / box.height),
              );
            }}
          />
          <span
            aria-hidden
            className="pointer-events-none absolute size-6 -translate-x-1/2 -translate-y-1/2 rounded-full border-2 border-white shadow-[0_0_0_1.5px_rgb(0_0_0/0.7),inset_0_0_0_1.5px_rgb(0_0_0/0.7)]"
            style={{ left: `${x * 100}%`, top: `${y * 100}%` }}
          />
        </div>
      </div>
      {!disabled && (
        <fieldset aria-describedby={hint} className="mt-3 grid gap-2">
          <legend className="font-medium text-[0.9375rem]">Focal point</legend>
          <p id={hint} className="text-muted text-sm">
            Point at what has to stay in view when the picture is cropped.
          </p>
          <Slider label="From the left" value={x} onChange={(value) => onChange(value, y)} />
          <Slider label="From the top" value={y} onChange={(value) => onChange(x, value)} />
        </fieldset>
      )}
    </div>
  );
}

type SliderProps = { label: string; value: number; onChange: (value: number) => void };

function Slider({ label, value, onChange }: SliderProps) {
  const id = useId();
  return (
    <div className="grid grid-cols-[7rem_minmax(0,1fr)_3rem] items-center gap-3 text-sm">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="range"
        min={0}
        max={100}
        value={Math.round(value * 100)}
        className="accent-green"
        onChange={(event) => onChange(event.target.valueAsNumber / 100)}
      />
      <output htmlFor={id} className="text-right text-muted">
        {Math.round(value * 100)} %
      </output>
    </div>
  );
}
