import { ImagePlus } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { FieldGroup } from "@/components/ui/field.tsx";
import { coverOf } from "@/features/media/file-facts.ts";
import { MediaPicker } from "@/features/media/media-picker.tsx";

type CoverFieldProps = {
  /** Where the picture is; empty for none. */
  cover: string;
  onChange: (cover: { address: string; alt: string }) => void;
  error?: string | undefined;
};

/** The picture at the top, from the library. */
export function CoverField({ cover, onChange, error }: CoverFieldProps) {
  const [choosing, setChoosing] = useState(false);
  return (
    <FieldGroup label="Cover picture" error={error}>
      {cover === "" ? (
        <button
          type="button"
          onClick={() => setChoosing(true)}
          className="flex min-h-24 items-center justify-center gap-2 rounded border border-rule-strong border-dashed text-[0.9375rem] text-muted hover:bg-sunken hover:text-ink"
        >
          <ImagePlus aria-hidden className="size-5" />
          Choose a picture
        </button>
      ) : (
        <div className="grid gap-2">
          <img
            src={cover}
            alt=""
            className="aspect-video w-full rounded border border-rule bg-sunken object-cover"
          />
          <div className="flex flex-wrap gap-2">
            <Button size="sm" onClick={() => setChoosing(true)}>
              Choose another
            </Button>
            <Button size="sm" variant="quiet" onClick={() => onChange({ address: "", alt: "" })}>
              Take it out
            </Button>
          </div>
        </div>
      )}
      <MediaPicker
        kind="image"
        open={choosing}
        onOpenChange={setChoosing}
        onPick={(media) => onChange({ address: coverOf(media), alt: media.alt.slice(0, 300) })}
      />
    </FieldGroup>
  );
}
