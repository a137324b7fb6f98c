/** What the server says is wrong, by its path, such as `data.blocks.3.links.0.to`. */
export type Problems = Readonly<Record<string, string>>;

/** Those below `path`, by what is left of theirs; the one of `path` itself stands under "". */
export function problemsBelow(problems: Problems, path: string): Problems {
  return Object.fromEntries(
    Object.entries(problems).flatMap(([at, why]) => {
      if (at === path) return [["", why]];
      return at.startsWith(`${path}.`) ? [[at.slice(path.length + 1), why]] : [];
    }),
  );
}
