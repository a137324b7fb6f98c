import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FreeholdError } from "../errors.ts";
import { portalHome } from "./home.ts";

/**
 * The page for when the control database is away, complete in itself: Next cannot answer 503 with
 * a page of its own, and this one should depend on as little as possible. It asks for the
 * portal's health every three seconds and reloads when the database is back.
 * @param nonce of this request's content security policy
 */
export function unavailablePage(why: FreeholdError, nonce: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The control database is away · Freehold</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<style nonce="${nonce}">${tokens()}${style}</style>
<script nonce="${nonce}">${themeScript}</script>
</head>
<body>
<main>
<p class="brand">${mark} Freehold</p>
<h1>The portal cannot reach its control database</h1>
<p class="lead">Clients’ sites are not affected: each one answers from its own stack, and the edge keeps its last routes. What stands still is this portal and any change to the fleet.</p>
<dl>
<dt>What is wrong</dt><dd>${escapeHtml(why.message)}</dd>
<dt>What to do</dt><dd>${escapeHtml(why.remedy)}</dd>
</dl>
<p id="state" role="status">This page comes back by itself as soon as the database answers.</p>
</main>
<script nonce="${nonce}">${recoveryScript}</script>
</body>
</html>
`;
}

let cachedTokens: string | undefined;

function tokens(): string {
  cachedTokens ??= readFileSync(join(portalHome().project, "components", "theme.css"), "utf8").replace(
    /\/\*[\s\S]*?\*\//g,
    "",
  );
  return cachedTokens;
}

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const mark = `<svg viewBox="0 0 24 24" fill="none" aria-hidden="true"><path d="M4 14h8v7.25H4z" fill="var(--green)"/><path d="M15 2.75H4v18.5h16V7.75zm0 0v5h5M4 14h16m-8 0v7.25" stroke="currentColor" stroke-width="1.5" stroke-linejoin="round"/></svg>`;

const style = `
*{box-sizing:border-box}
body{margin:0;min-height:100dvh;display:grid;align-items:center;background:var(--paper);color:var(--ink);font:1rem/1.6 var(--font-body)}
main{width:100%;max-width:44rem;margin:0 auto;padding:3rem clamp(1rem,4vw,2.5rem)}
.brand{display:flex;align-items:center;gap:.625rem;margin:0 0 3rem;font:520 1.375rem/1 var(--font-display)}
.brand svg{width:1.5rem;height:1.5rem}
h1{margin:0 0 1.25rem;font:480 clamp(2.25rem,6vw,3.25rem)/1.1 var(--font-display);letter-spacing:-.012em;text-wrap:balance}
.lead{margin:0 0 2.5rem;font-size:1.125rem;color:var(--ink-muted)}
dl{margin:0 0 2.5rem;border-top:1px solid var(--rule)}
dt{padding-top:1rem;font-size:.8125rem;color:var(--ink-muted)}
dd{margin:0;padding:.125rem 0 1rem;border-bottom:1px solid var(--rule);overflow-wrap:anywhere}
#state{margin:0;color:var(--ink-muted)}
`;

/** The choice that next-themes keeps, before the first paint. */
const themeScript = `try{const t=localStorage.getItem("theme");if(t==="dark"||(t!=="light"&&matchMedia("(prefers-color-scheme: dark)").matches))document.documentElement.classList.add("dark")}catch{}`;

const recoveryScript = `setInterval(async()=>{try{const r=await fetch("/api/health",{cache:"no-store"});if((await r.json()).database==="up"){document.getElementById("state").textContent="The database is back.";location.reload()}}catch{}},3000)`;
