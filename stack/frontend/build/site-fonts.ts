import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

/** What the public site's style sheet asks for under /_fonts/ (backend, modules/site/assets). */
const fonts: Readonly<Record<string, string>> = {
  archivo: "archivo/files/archivo-latin-wdth-normal.woff2",
  "bricolage-grotesque": "bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2",
  fraunces: "fraunces/files/fraunces-latin-wght-normal.woff2",
  "instrument-sans": "instrument-sans/files/instrument-sans-latin-wght-normal.woff2",
  newsreader: "newsreader/files/newsreader-latin-wght-normal.woff2",
  "newsreader-italic": "newsreader/files/newsreader-latin-wght-italic.woff2",
  "public-sans": "public-sans/files/public-sans-latin-wght-normal.woff2",
  "public-sans-italic": "public-sans/files/public-sans-latin-wght-italic.woff2",
};

/**
 * Puts the fonts of the public site's themes beside the admin's files: `web` serves both, and the
 * packages are here. Their names stay; nginx says how long they may be kept.
 */
export function siteFonts(): Plugin {
  return {
    name: "site-fonts",
    apply: "build",
    generateBundle() {
      for (const [name, file] of Object.entries(fonts)) {
        const path = fileURLToPath(import.meta.resolve(`@fontsource-variable/${file}`));
        this.emitFile({
          type: "asset",
          fileName: `fonts/${name}.woff2`,
          source: readFileSync(path),
        });
      }
    },
  };
}
