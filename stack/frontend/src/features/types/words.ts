/** "a recipe", "an event": a type's name within a sentence. */
export function oneOf(name: string): string {
  const word = name.toLowerCase();
  return `${/^[aeiou]/.test(word) ? "an" : "a"} ${word}`;
}

/** The usual English plural; whoever writes another language says it by hand. */
export function pluralOf(name: string): string {
  const word = name.trim();
  if (word === "") return "";
  if (/[^aeiou]y$/i.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/i.test(word) ? `${word}es` : `${word}s`;
}
