/**
 * Puts `--` before what `freehold compose SLUG …` hands on, so that options such as `--json` or
 * `--tail` there reach docker compose and are not taken for ours.
 */
export function shieldComposeArguments(argv: readonly string[]): string[] {
  const command = operandAfter(argv, 0);
  if (command === null || argv[command] !== "compose") return [...argv];
  const slug = operandAfter(argv, command + 1);
  if (slug === null || argv[slug + 1] === "--") return [...argv];
  return [...argv.slice(0, slug + 1), "--", ...argv.slice(slug + 1)];
}

const optionsWithValue = new Set(["--namespace"]);

function operandAfter(argv: readonly string[], start: number): number | null {
  for (let at = start; at < argv.length; at++) {
    const word = argv[at] ?? "";
    if (word === "--") return null;
    if (!word.startsWith("-")) return at;
    if (optionsWithValue.has(word)) at += 1;
  }
  return null;
}
