/** Progress, for people; stdout is the report's. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
