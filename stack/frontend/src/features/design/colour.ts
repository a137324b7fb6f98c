/** `#rrggbb` of what somebody typed, with or without its sign and in the short form; null for none. */
export function colourOf(typed: string): string | null {
  const digits = typed.trim().toLowerCase().replace(/^#/, "");
  if (/^[0-9a-f]{6}$/.test(digits)) return `#${digits}`;
  if (/^[0-9a-f]{3}$/.test(digits)) return `#${digits.replace(/./g, "$&$&")}`;
  return null;
}
