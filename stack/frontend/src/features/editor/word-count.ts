/** Words a minute that an adult reads silently (Brysbaert 2019: 238 for prose). */
const pace = 238;

const segmenter = new Intl.Segmenter(undefined, { granularity: "word" });

/** Words as a reader counts them, also in scripts that put no space between them. */
export function countWords(text: string): number {
  let count = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) count += 1;
  return count;
}

/** "1,204 words · 5 min", or how long a text is when it has just begun. */
export function lengthOf(words: number): string {
  const counted = `${words.toLocaleString("en")} ${words === 1 ? "word" : "words"}`;
  return words < pace ? counted : `${counted} · ${Math.round(words / pace)} min to read`;
}
