import type { Term } from "@/features/terms/api.ts";
import { inTreeOrder } from "@/features/terms/tree.ts";

type TermOptionsProps = { terms: readonly Pick<Term, "id" | "name" | "parentId">[] };

/** Of a `select`: each below what it stands below. */
export function TermOptions({ terms }: TermOptionsProps) {
  return inTreeOrder(terms).map(({ term: { id, name }, depth }) => (
    <option key={id} value={id}>
      {"\u2003".repeat(depth)}
      {name}
    </option>
  ));
}
