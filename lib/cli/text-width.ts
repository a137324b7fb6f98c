const marks = /\p{Mn}|\p{Me}|\p{Cf}/u;
const wide =
  /\p{Emoji_Presentation}|[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]/u;

const columnsOf = (character: string): number => (marks.test(character) ? 0 : wide.test(character) ? 2 : 1);

/** Columns that a text takes on a terminal; it may not contain escape sequences. */
export function textWidth(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + columnsOf(character), 0);
}

/** Cuts a text to a number of columns, with an ellipsis when something is lost. */
export function fitText(text: string, columns: number): string {
  if (textWidth(text) <= columns) return text;
  let taken = "";
  let used = 0;
  for (const character of text) {
    const next = used + columnsOf(character);
    if (next > columns - 1) break;
    taken += character;
    used = next;
  }
  return `${taken}…`;
}

export function padText(text: string, columns: number): string {
  return text + " ".repeat(Math.max(0, columns - textWidth(text)));
}
