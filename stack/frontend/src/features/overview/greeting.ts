/** "Good morning, Ada", by the reader's clock. The name is the first of theirs, if there is one. */
export function greeting(name: string, now: Date): string {
  const hour = now.getHours();
  const words =
    hour >= 5 && hour < 12
      ? "Good morning"
      : hour >= 5 && hour < 18
        ? "Good afternoon"
        : "Good evening";
  const first = name.trim().split(/\s+/)[0];
  return first ? `${words}, ${first}` : words;
}
