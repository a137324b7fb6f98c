type TreeNameProps = {
  name: string;
  /** 0 at the top. */
  depth: number;
  /** The names of what it is below, from the top; empty at the top. */
  above: string;
  /** Between its name and those. */
  word: "in" | "below";
  /** Its place is written beside it, as its neighbours are not; else it is seen by how far it is set in. */
  found: boolean;
};

/** One of a tree, in a list to choose from. */
export function TreeName({ name, depth, above, word, found }: TreeNameProps) {
  return (
    <span
      className="min-w-0 [overflow-wrap:anywhere]"
      style={{ paddingInlineStart: found ? 0 : `${depth}rem` }}
    >
      {name}
      {above && (
        <span className={found ? "text-muted text-sm" : "sr-only"}>
          {" "}
          {word} {above}
        </span>
      )}
    </span>
  );
}
