import { ImagePlus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { FieldGroup } from "@/components/ui/field.tsx";
import { LineField } from "@/features/blocks/forms/text-fields.tsx";
import type { Problems } from "@/features/blocks/problems.ts";
import { coverOf } from "@/features/media/file-facts.ts";
import { MediaPicker } from "@/features/media/media-picker.tsx";

type Picture = { picture: string; alt: string };

type PictureFieldProps = {
  label?: string;
  value: Picture;
  onChange: (value: Picture) => void;
  problems: Problems;
  removable?: boolean;
};

/** A picture of the library, and in words what it shows. */
export function PictureField({
  label = "Picture",
  value,
  onChange,
  problems,
  removable = true,
}: PictureFieldProps) {
  const { picture, alt } = value;
  const [choosing, setChoosing] = useState(false);
  return (
    <div className="grid grid-cols-1 gap-5">
      <FieldGroup label={label} error={problems.picture}>
        {picture === "" ? (
          <button
            type="button"
            onClick={() => setChoosing(true)}
            className="flex min-h-28 w-full flex-col items-center justify-center gap-2 rounded border border-rule-strong border-dashed text-[0.9375rem] text-muted hover:bg-sunken hover:text-ink"
          >
            <ImagePlus aria-hidden className="size-5" />
            Choose a picture
          </button>
        ) : (
          <div className="flex flex-wrap items-end gap-3">
            <img
              src={picture}
              alt=""
              loading="lazy"
              className="h-28 max-w-full rounded border border-rule bg-sunken object-cover"
            />
            <Button size="sm" onClick={() => setChoosing(true)}>
              Choose another
            </Button>
            {removable && (
              <Button size="sm" variant="quiet" onClick={() => onChange({ picture: "", alt: "" })}>
                Take it out
              </Button>
            )}
          </div>
        )}
      </FieldGroup>
      {picture !== "" && (
        <LineField
          label="What the picture shows"
          hint="For those who cannot see it. Left empty, it is passed over."
          longest={300}
          value={alt}
          onChange={(alt) => onChange({ picture, alt })}
          error={problems.alt}
        />
      )}
      <PicturePicker
        open={choosing}
        onOpenChange={setChoosing}
        onPick={(picked) => onChange(picked)}
      />
    </div>
  );
}

type PicturePickerProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onPick: (picked: Picture) => void;
};

/** The library's window for pictures. */
export function PicturePicker({ open, onOpenChange, onPick }: PicturePickerProps) {
  return (
    <MediaPicker
      kind="image"
      open={open}
      onOpenChange={onOpenChange}
      onPick={(media) => onPick({ picture: coverOf(media), alt: media.alt.slice(0, 300) })}
    />
  );
}
