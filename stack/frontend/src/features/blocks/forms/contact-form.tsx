import type { BlockOf } from "@/features/blocks/block.ts";
import type { FormProps } from "@/features/blocks/forms/form-props.ts";
import { HeadingField } from "@/features/blocks/forms/heading-field.tsx";
import { HoursField } from "@/features/blocks/forms/hours-field.tsx";
import { LineField, LinesField } from "@/features/blocks/forms/text-fields.tsx";

export function ContactForm({ block, set, problems }: FormProps<BlockOf<"contact">>) {
  return (
    <>
      <HeadingField block={block} set={set} problems={problems} />
      <LinesField
        label="Address"
        longest={400}
        value={block.address}
        onChange={(address) => set({ address })}
        error={problems.address}
      />
      <LineField
        label="On a map"
        hint="The address of a map, such as a link to openstreetmap.org."
        type="url"
        longest={2000}
        value={block.map}
        onChange={(map) => set({ map: map.trim() })}
        error={problems.map}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <LineField
          label="Telephone"
          type="tel"
          longest={40}
          value={block.phone}
          onChange={(phone) => set({ phone })}
          error={problems.phone}
        />
        <LineField
          label="E-mail"
          type="email"
          longest={254}
          value={block.email}
          onChange={(email) => set({ email })}
          error={problems.email}
        />
      </div>
      <HoursField value={block.hours} onChange={(hours) => set({ hours })} problems={problems} />
    </>
  );
}
