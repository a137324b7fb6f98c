import type { Plugin } from "vite";

type Rewrite = { module: RegExp; from: RegExp; to: string };

/**
 * Two libraries put `<style>` elements into the page, which `style-src 'self'` refuses. sonner's
 * sheet is imported as a file instead (`src/index.css`); style-mod, CodeMirror's style library,
 * already knows constructable style sheets but keeps them for shadow roots.
 */
const rewrites: readonly Rewrite[] = [
  { module: /\/sonner\/dist\/index\.mjs$/, from: /^__insertCSS\("[^\n]*"\);?$/m, to: "" },
  {
    module: /\/style-mod\/src\/style-mod\.js$/,
    from: /!root\.head && root\.adoptedStyleSheets/,
    to: "root.adoptedStyleSheets",
  },
];

/**
 * Makes the production build work under a Content-Security-Policy without `'unsafe-inline'`.
 * Fails the build when a library has changed so that a rewrite no longer applies.
 */
export function strictCsp(): Plugin {
  return {
    name: "strict-csp",
    apply: "build",
    transform(code, id) {
      const rewrite = rewrites.find(({ module }) => module.test(id));
      if (!rewrite) return null;
      if (!rewrite.from.test(code)) {
        this.error(
          `${id} no longer has the code that ${rewrite.from} removes; see build/strict-csp.ts`,
        );
      }
      return { code: code.replace(rewrite.from, rewrite.to), map: null };
    },
  };
}
