"use client";

import { useEffect } from "react";

/**
 * Runs before anything else does: a script that did not arrive never comes by itself, and a page without
 * its scripts stays as the server wrote it, whatever happens. Chrome drops what it is fetching when the
 * machine's network changes. The first time it asks again soon, then every quarter of a minute.
 */
const watch = `addEventListener("error", function (event) {
  if (!(event.target instanceof HTMLScriptElement) || document.documentElement.dataset.alive) return;
  var key = "scripts-lost", last = Number(sessionStorage.getItem(key)), now = Date.now();
  sessionStorage.setItem(key, now);
  setTimeout(function () { location.reload() }, now - last < 30000 ? 15000 : 500);
}, true)`;

/** Loads a page again whose scripts were lost on the way. One that runs is left alone: somebody may be writing in it. */
export function ReloadWhenLost({ nonce }: { nonce: string }) {
  useEffect(() => {
    document.documentElement.dataset.alive = "yes";
  }, []);
  // Browsers show no script its nonce, so that what the server wrote differs from what is read.
  // biome-ignore lint/security/noDangerouslySetInnerHtml: nothing of anybody's is in it
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: watch }} />;
}
