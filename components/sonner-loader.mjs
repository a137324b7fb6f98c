const insertion = /^__insertCSS\("[^\n]*"\);?$/m;

/**
 * Takes sonner's style element out, which the policy would refuse; `app/globals.css` imports the same
 * sheet as a file. Fails the build when sonner no longer has what it removes.
 */
export default function removeSonnerStyles(code) {
  if (!insertion.test(code)) throw new Error(`${this.resourcePath} no longer inserts its styles as it did`);
  return code.replace(insertion, "");
}
