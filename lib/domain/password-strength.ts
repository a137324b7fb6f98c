/** An estimate for people, shown while they type; the only rule is the shortest length. */
export interface Strength {
  /** 1 (falls at once) to 4 (out of reach). */
  readonly level: 1 | 2 | 3 | 4;
  readonly label: string;
  /** What it means, and what would help. */
  readonly advice: string;
}

/** Characters; the server asks for as many. */
export const shortestPassword = 10;
/** Characters; more than anybody types, less than hashing would mind. */
export const longestPassword = 200;

/** What guessing programs try first; longer passwords are often one of these with trimmings. */
const common = [
  "password",
  "passwort",
  "passw0rd",
  "letmein",
  "welcome",
  "willkommen",
  "iloveyou",
  "monkey",
  "dragon",
  "football",
  "baseball",
  "sunshine",
  "princess",
  "master",
  "admin",
  "login",
  "changeme",
  "secret",
  "hallo",
  "hello",
  "freedom",
  "whatever",
  "trustno",
  "superman",
  "batman",
  "shadow",
  "michael",
  "qwerty",
  "qwertz",
  "azerty",
  "asdf",
  "zxcv",
  "abc",
  "test",
];

const runs = ["abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwertzuiop"];

/** Bits a guesser needs for a piece it has on a list. */
const listed = 6;

/**
 * An estimate from below, in bits: listed words, runs, repeats and years count almost nothing,
 * letters in a row count as words do, everything else in full.
 * @param known words a guesser would try for this very person: name, email, the site's title
 */
export function passwordBits(password: string, known: readonly string[]): number {
  let rest = password.toLowerCase();
  let bits = 0;
  const strike = (pattern: RegExp | string) => {
    rest = rest.replaceAll(pattern, () => {
      bits += listed;
      return " ";
    });
  };
  for (const word of [...knownWords(known), ...common]) strike(word);
  strike(/(.)\1{2,}/gu);
  for (const run of sequencesIn(rest)) strike(run);
  strike(/(?:19|20)\d\d/g);

  for (const letters of rest.match(/\p{L}+/gu) ?? []) {
    bits += 2 + letters.length * 2.6;
  }
  bits += (rest.match(/\p{N}/gu) ?? []).length * 3.3;
  bits += (rest.match(/[^\p{L}\p{N}\s]/gu) ?? []).length * 4.5;
  bits += (password.match(/\p{Lu}/gu) ?? []).length > 1 ? 4 : 0;
  return bits;
}

function knownWords(known: readonly string[]): string[] {
  const texts = known.map((text) => text.toLowerCase());
  const words = [...texts, ...texts.flatMap((text) => text.split(/[^\p{L}\p{N}]+/u))];
  return words.filter((word) => word.length > 2).sort((a, b) => b.length - a.length);
}

/** Stretches of four and more that follow the alphabet, the digits or a row of keys. */
function sequencesIn(text: string): string[] {
  const found: string[] = [];
  for (const row of runs.flatMap((run) => [run, [...run].reverse().join("")])) {
    for (let start = 0; start < text.length; start++) {
      let end = start + 4;
      if (end > text.length || !row.includes(text.slice(start, end))) continue;
      while (end < text.length && row.includes(text.slice(start, end + 1))) end++;
      found.push(text.slice(start, end));
      start = end;
    }
  }
  return found;
}

/** How a password stands against a program that guesses, said without flattery. */
export function passwordStrength(password: string, known: readonly string[]): Strength {
  const missing = shortestPassword - password.length;
  if (missing > 0) {
    const advice = `${missing} more ${missing === 1 ? "character" : "characters"} at least.`;
    return { level: 1, label: "Too short", advice };
  }
  const bits = passwordBits(password, known);
  if (bits < 26) {
    return {
      level: 1,
      label: "Weak",
      advice: "A program guesses this in moments. Make it longer.",
    };
  }
  if (bits < 38) {
    return {
      level: 2,
      label: "Fair",
      advice: "It holds for a while. One more word would help much.",
    };
  }
  if (bits < 52) {
    return { level: 3, label: "Good", advice: "It would take a determined attacker a long time." };
  }
  return { level: 4, label: "Strong", advice: "Out of reach of guessing. Keep it somewhere safe." };
}
