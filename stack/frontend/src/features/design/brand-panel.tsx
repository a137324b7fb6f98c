import { Field } from "@/components/ui/field.tsx";
import { inputClasses } from "@/components/ui/input.tsx";
import type { Design } from "@/features/design/api.ts";
import { PictureField } from "@/features/design/picture-field.tsx";
import { cn } from "@/lib/cn.ts";

type BrandPanelProps = {
  design: Design;
  onChange: (values: Partial<Design>) => void;
};

/** What says whose site it is: logo, icon, the picture that goes with a link, the words at the foot. */
export function BrandPanel({ design, onChange }: BrandPanelProps) {
  return (
    <div className="grid gap-8">
      <PictureField
        label="Logo"
        hint="Stands in the place of the site’s name, at most 52 pixels high. A drawing (SVG) stays sharp everywhere."
        picture={design.logo}
        onChange={(logo) => onChange({ logo })}
      />
      <PictureField
        label="Icon"
        hint="In the browser’s tab and in bookmarks; square. Without one it is the first letter of the site’s name in its colour."
        picture={design.icon}
        onChange={(icon) => onChange({ icon })}
      />
      <PictureField
        label="Sharing picture"
        hint="Goes with a link to a page that has no picture of its own. A photograph, at least 1200 by 630 pixels."
        picture={design.shareImage}
        onChange={(shareImage) => onChange({ shareImage })}
        fills
      />
      <Field
        label="Words at the foot"
        hint="On every page: an address, opening hours, a registration number. An empty line begins a new paragraph."
      >
        {(control) => (
          <textarea
            {...control}
            rows={5}
            maxLength={1000}
            className={cn(inputClasses, "py-2 leading-normal")}
            value={design.footerText}
            onChange={(event) => onChange({ footerText: event.target.value })}
          />
        )}
      </Field>
    </div>
  );
}
