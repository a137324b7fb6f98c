import type { Block } from "@/features/blocks/block.ts";
import type { Problems } from "@/features/blocks/problems.ts";

/** What the form of every kind gets; `problems` by the path within the block. */
export type FormProps<One extends Block> = {
  block: One;
  set: (change: Partial<Omit<One, "kind">>) => void;
  problems: Problems;
};
