const offered = [
  "ar",
  "bg",
  "ca",
  "cs",
  "cy",
  "da",
  "de",
  "el",
  "en",
  "es",
  "et",
  "eu",
  "fa",
  "fi",
  "fr",
  "ga",
  "gl",
  "he",
  "hi",
  "hr",
  "hu",
  "id",
  "is",
  "it",
  "ja",
  "ka",
  "ko",
  "lt",
  "lv",
  "ms",
  "mt",
  "nb",
  "nl",
  "nn",
  "pl",
  "pt",
  "pt-BR",
  "ro",
  "ru",
  "sk",
  "sl",
  "sq",
  "sr",
  "sv",
  "sw",
  "ta",
  "th",
  "tr",
  "uk",
  "ur",
  "vi",
  "zh-Hans",
  "zh-Hant",
];

export type Language = { tag: string; name: string };

/** The languages on offer, each in its own words, and `current` if it is another one. */
export function languages(current: string): Language[] {
  const tags = offered.includes(current) || current === "" ? offered : [...offered, current];
  return tags
    .map((tag) => ({ tag, name: ownName(tag) }))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
}

function ownName(tag: string): string {
  try {
    const name = new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;
    return name.slice(0, 1).toLocaleUpperCase(tag) + name.slice(1);
  } catch {
    // A tag the browser does not take for one still has to be shown.
    return tag;
  }
}
