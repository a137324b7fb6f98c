import type { Block } from "@/features/blocks/block.ts";
import type { FormProps } from "@/features/blocks/forms/form-props.ts";
import { LineField } from "@/features/blocks/forms/text-fields.tsx";

type Headed = Extract<Block, { title: string }>;

/** What stands above a block. */
export function HeadingField({ block, set, problems }: FormProps<Headed>) {
  return (
    <LineField
      label="Heading"
      longest={200}
      value={block.title}
      onChange={(title) => set({ title })}
      error={problems.title}
    />
  );
}
