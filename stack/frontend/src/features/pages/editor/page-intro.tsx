import { ChevronRight } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Input, inputClasses } from "@/components/ui/input.tsx";
import { coverOf } from "@/features/media/file-facts.ts";
import { MediaPicker } from "@/features/media/media-picker.tsx";
import type { PageFields } from "@/features/pages/api.ts";
import { cn } from "@/lib/cn.ts";

type PageIntroProps = {
  fields: Pick<PageFields, "summary" | "cover" | "coverAlt">;
  errors: Readonly<Partial<Record<keyof PageFields, string>>>;
  onChange: (change: Partial<PageFields>) => void;
};

/** What introduces the page: a line and a picture, at its top and wherever it is linked. */
export function PageIntro({ fields, errors, onChange }: PageIntroProps) {
  const [choosing, setChoosing] = useState(false);
  const wrong = errors.summary || errors.cover || errors.coverAlt;
  return (
    <details className="group/intro mt-4" open={wrong ? true : undefined}>
      <summary className="inline-flex cursor-pointer list-none items-center gap-1 rounded-sm text-[0.9375rem] text-muted hover:text-ink [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-4 transition-transform group-open/intro:rotate-90"
        />
        Summary and cover picture
      </summary>
      <div className="mt-4 grid gap-5 border-rule border-l pl-5">
        <Field
          label="Summary"
          error={errors.summary}
          hint="One or two sentences: under the title, on the home page and in search results."
        >
          {(control) => (
            <textarea
              {...control}
              rows={3}
              maxLength={300}
              className={cn(inputClasses, "py-2")}
              value={fields.summary}
              onChange={(event) =>
                onChange({ summary: event.target.value.replace(/\s*\n\s*/g, " ") })
              }
            />
          )}
        </Field>
        <Field
          label="Cover picture"
          error={errors.cover}
          hint="From the library, or an address: https://… or a path on this site."
          aside={
            <Button variant="link" size="inline" onClick={() => setChoosing(true)}>
              Choose
            </Button>
          }
        >
          {(control) => (
            <Input
              {...control}
              maxLength={500}
              spellCheck={false}
              autoCapitalize="off"
              value={fields.cover}
              onChange={(event) => onChange({ cover: event.target.value.trim() })}
            />
          )}
        </Field>
        {fields.cover !== "" && (
          <Field
            label="What the picture shows"
            error={errors.coverAlt}
            hint="For those who cannot see it."
          >
            {(control) => (
              <Input
                {...control}
                maxLength={300}
                value={fields.coverAlt}
                onChange={(event) => onChange({ coverAlt: event.target.value })}
              />
            )}
          </Field>
        )}
      </div>
      <MediaPicker
        kind="image"
        open={choosing}
        onOpenChange={setChoosing}
        onPick={(media) => onChange({ cover: coverOf(media), coverAlt: media.alt.slice(0, 300) })}
      />
    </details>
  );
}
