import { ImagePlus, Trash2 } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import type { Picture } from "@/features/design/api.ts";
import { MediaPicker } from "@/features/media/media-picker.tsx";
import { cn } from "@/lib/cn.ts";

type PictureFieldProps = {
  label: string;
  hint: ReactNode;
  picture: Picture | null;
  onChange: (picture: Picture | null) => void;
  /** A picture that fills its place, rather than one that stands in it whole. */
  fills?: boolean;
};

/** A picture of the library, or none. */
export function PictureField({ label, hint, picture, onChange, fills = false }: PictureFieldProps) {
  const id = useId();
  const [picking, setPicking] = useState(false);
  return (
    <fieldset aria-labelledby={`${id}-label`} aria-describedby={`${id}-hint`}>
      <p id={`${id}-label`} className="font-medium text-[0.9375rem]">
        {label}
      </p>
      {picture && (
        // Both grounds, for a drawing may be dark or light itself.
        <div className="mt-1.5 grid grid-cols-2 overflow-hidden rounded border border-rule-strong">
          {["bg-[#ffffff]", "bg-[#17181a]"].slice(0, fills ? 1 : 2).map((ground) => (
            <div
              key={ground}
              className={cn("flex h-24 items-center justify-center", ground, fills && "col-span-2")}
            >
              <img
                src={picture.src}
                alt=""
                className={fills ? "size-full object-cover" : "max-h-14 max-w-[80%] object-contain"}
              />
            </div>
          ))}
        </div>
      )}
      <div className="mt-1.5 flex flex-wrap gap-2">
        <Button size="sm" onClick={() => setPicking(true)}>
          <ImagePlus aria-hidden />
          {picture ? "Change" : "Choose"}
          <span className="sr-only"> the {label.toLowerCase()}</span>
        </Button>
        {picture && (
          <Button size="sm" variant="quiet" onClick={() => onChange(null)}>
            <Trash2 aria-hidden />
            Remove
            <span className="sr-only"> the {label.toLowerCase()}</span>
          </Button>
        )}
      </div>
      <p id={`${id}-hint`} className="mt-1.5 text-muted text-sm">
        {hint}
      </p>
      <MediaPicker
        kind="image"
        open={picking}
        onOpenChange={setPicking}
        onPick={({ id: mediaId, url, thumbnail, width, height }) =>
          onChange({ id: mediaId, src: thumbnail ?? url, width, height })
        }
      />
    </fieldset>
  );
}
