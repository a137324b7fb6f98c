import { useQuery } from "@tanstack/react-query";
import { categoriesQuery } from "@/features/blocks/api.ts";
import type { BlockOf } from "@/features/blocks/block.ts";
import { ChoiceField } from "@/features/blocks/forms/choice-field.tsx";
import type { FormProps } from "@/features/blocks/forms/form-props.ts";
import { HeadingField } from "@/features/blocks/forms/heading-field.tsx";
import { inTreeOrder } from "@/features/terms/tree.ts";

const numbers = Object.fromEntries(
  Array.from({ length: 12 }, (_, at) => [String(at + 1), String(at + 1)]),
);

export function PostsForm({ block, set, problems }: FormProps<BlockOf<"posts">>) {
  const { data: categories = [] } = useQuery(categoriesQuery);
  const named = Object.fromEntries(
    inTreeOrder(categories).map(({ term: { id, name }, depth }) => [
      id,
      "\u2003".repeat(depth) + name,
    ]),
  );
  return (
    <>
      <HeadingField block={block} set={set} problems={problems} />
      <div className="grid gap-5 sm:grid-cols-3">
        <ChoiceField
          label="How many"
          value={String(block.count)}
          onChange={(count) => set({ count: Number(count) })}
          choices={numbers}
          error={problems.count}
        />
        <ChoiceField
          label="Category"
          value={block.category}
          onChange={(category) => set({ category })}
          choices={{ "": "All posts", ...named }}
          error={problems.category}
        />
        <ChoiceField
          label="Shown as"
          value={block.layout}
          onChange={(layout) => set({ layout })}
          choices={{ cards: "Cards with pictures", list: "A list with dates" }}
          error={problems.layout}
        />
      </div>
    </>
  );
}
