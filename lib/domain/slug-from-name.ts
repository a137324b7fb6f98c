import { transliterate } from "transliteration";
import { isReserved, slugLength } from "./slug.ts";

/** Appended to names that are too short, or stand for something else. */
const filler = "co";

/**
 * A company's name as an address: `Müller & Söhne` gives `muller-and-sohne`. Always valid and never
 * reserved; not yet unique.
 * @returns null when the name holds nothing an address could be made of
 */
export function slugFromName(name: string): string | null {
  const words = transliterate(name.replaceAll("&", " and "))
    .toLowerCase()
    .replace(/['’`´.]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  if (words === "") return null;
  const slug = cut(words, slugLength.max);
  const tooShort = slug.length < slugLength.min;
  return tooShort || isReserved(slug) ? `${cut(slug, slugLength.max - filler.length - 1)}-${filler}` : slug;
}

/** The same slug with a number, for the second of a name: `acme-2`. */
export function numberedSlug(slug: string, number: number): string {
  if (number === 1) return slug;
  const suffix = `-${number}`;
  return cut(slug, slugLength.max - suffix.length) + suffix;
}

/** Shortens at a hyphen where there is one in the second half, so that no word is cut without need. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const short = text.slice(0, length);
  const hyphen = text[length] === "-" ? length : short.lastIndexOf("-");
  return (hyphen > length / 2 ? short.slice(0, hyphen) : short).replace(/-+$/, "");
}
