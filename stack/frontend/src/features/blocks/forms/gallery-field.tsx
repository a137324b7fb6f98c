import { Plus, X } from "lucide-react";
import { useState } from "react";
import { reordered, SortableList } from "@/components/sortable.tsx";
import { Button } from "@/components/ui/button.tsx";
import { FieldGroup } from "@/components/ui/field.tsx";
import type { ShownPicture } from "@/features/blocks/block.ts";
import { PicturePicker } from "@/features/blocks/forms/picture-field.tsx";
import { LineField } from "@/features/blocks/forms/text-fields.tsx";
import { type Problems, problemsBelow } from "@/features/blocks/problems.ts";

const most = 60;

type GalleryFieldProps = {
  value: readonly ShownPicture[];
  onChange: (value: ShownPicture[]) => void;
  problems: Problems;
};

/** Pictures in an order, each with what it shows and a caption. */
export function GalleryField({ value, onChange, problems }: GalleryFieldProps) {
  const [choosing, setChoosing] = useState(false);
  const below = problemsBelow(problems, "pictures");
  return (
    <FieldGroup label="Pictures" error={below[""]}>
      <SortableList
        ids={idsOf(value)}
        nameOf={(place) => value[place]?.alt || `Picture ${place + 1}`}
        onMove={(from, to) => onChange(reordered(value, from, to))}
        className="grid grid-cols-1 gap-4 not-empty:mb-3"
      >
        {(place, handle) => {
          const one = value[place];
          if (!one) return null;
          const wrong = problemsBelow(below, String(place));
          const set = (change: Partial<ShownPicture>) =>
            onChange(value.with(place, { ...one, ...change }));
          return (
            <div className="flex items-start gap-2 border-rule border-b pb-4">
              {handle}
              <img
                src={one.picture}
                alt=""
                loading="lazy"
                className="size-20 shrink-0 rounded border border-rule bg-sunken object-cover max-sm:size-14"
              />
              <div className="grid min-w-0 flex-1 grid-cols-1 gap-3">
                <LineField
                  label="What it shows"
                  longest={300}
                  value={one.alt}
                  onChange={(alt) => set({ alt })}
                  error={wrong.alt ?? wrong.picture}
                />
                <LineField
                  label="Caption"
                  longest={300}
                  value={one.caption}
                  onChange={(caption) => set({ caption })}
                  error={wrong.caption}
                />
              </div>
              <Button
                variant="quiet"
                size="icon"
                title="Take it out"
                aria-label={`Take ${one.alt ? `“${one.alt}”` : `picture ${place + 1}`} out`}
                onClick={() => onChange(value.toSpliced(place, 1))}
              >
                <X aria-hidden />
              </Button>
            </div>
          );
        }}
      </SortableList>
      {value.length < most && (
        <Button size="sm" className="justify-self-start" onClick={() => setChoosing(true)}>
          <Plus aria-hidden />
          Add a picture
        </Button>
      )}
      <PicturePicker
        open={choosing}
        onOpenChange={setChoosing}
        onPick={(picked) => onChange([...value, { ...picked, caption: "" }])}
      />
    </FieldGroup>
  );
}

/** A name for each that goes with it: its address, and the how-manieth of that address it is. */
function idsOf(pictures: readonly ShownPicture[]): string[] {
  const seen = new Map<string, number>();
  return pictures.map(({ picture }) => {
    const number = (seen.get(picture) ?? 0) + 1;
    seen.set(picture, number);
    return `${picture} ${number}`;
  });
}
