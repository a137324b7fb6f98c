/** The few pages that the edge shows by itself: plain, self-contained, in the identity's colours. */

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => escapes[character] ?? "");
/** Caddy fills `{placeholders}` into static bodies; ours have none, and nobody else's may. */
const escapeBraces = (text: string): string => text.replace(/[{}]/g, (brace) => `&#${brace.charCodeAt(0)};`);

const layout = (title: string, text: string, head = ""): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">${head}<title>${title}</title><link rel="icon" href="data:,"><style>${style}</style><main><h1>${title}</h1>${text}</main></html>`;

// Written without braces adjacent to words that Caddy could take for a placeholder: “{ ” never is one.
const style = [
  ":root { color-scheme: light dark; --paper:#f7f3ea; --ink:#1c1a17; --muted:#5f584d; --green:#1f4d3a }",
  "@media (prefers-color-scheme: dark) { :root { --paper:#171613; --ink:#efe9dc; --muted:#aca392; --green:#8fc7a7 } }",
  "body { margin:0; min-height:100vh; display:grid; place-items:center; background:var(--paper); color:var(--ink); font:1.125rem/1.6 system-ui,sans-serif }",
  "main { max-width:34rem; padding:2rem; border-top:3px solid var(--green) }",
  "h1 { margin:0 0 .75rem; font:500 2.25rem/1.15 'Iowan Old Style',Georgia,serif }",
  "p { margin:.5rem 0; color:var(--muted) }",
  "q { color:var(--ink) }",
].join(" ");

export const suspendedPage = (reason: string | null): string =>
  layout(
    "This site is suspended",
    `<p>It is closed to visitors for now. Nothing of it was deleted.</p>${
      reason ? `<p>Reason given: <q>${escapeBraces(escapeHtml(reason))}</q></p>` : ""
    }`,
  );

export const closedPage = (): string =>
  layout("This site is closed", "<p>It is no longer published at this address.</p>");

export const startingPage = (): string =>
  layout(
    "One moment",
    "<p>This site is starting. The page reloads by itself.</p>",
    '<meta http-equiv="refresh" content="2">',
  );
