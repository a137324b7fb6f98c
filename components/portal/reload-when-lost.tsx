"use client";

import { useEffect } from "react";

const key = "scripts-lost";

/**
 * Runs before anything else does: a script that did not arrive never comes by itself, and a page without
 * its scripts stays as the server wrote it, whatever happens. Chrome drops what it is fetching when the
 * machine's network changes. The first time it asks again soon, then every quarter of a minute for five
 * minutes; never where somebody has written something, as forms work without scripts too.
 */
const watch = `(function () {
var isLost = false, isWrittenIn = false;
addEventListener("input", function () { isWrittenIn = true }, true);
addEventListener("error", function (event) {
  if (!(event.target instanceof HTMLScriptElement) || isLost || document.documentElement.dataset.alive) return;
  isLost = true;
  var times = Number(sessionStorage.getItem("${key}")) + 1;
  if (times > 20) return;
  sessionStorage.setItem("${key}", times);
  setTimeout(function () { if (!isWrittenIn) location.reload() }, times > 1 ? 15000 : 500);
}, true);
})()`;

/** Loads a page again whose scripts were lost on the way. One that runs is left alone: somebody may be writing in it. */
export function ReloadWhenLost({ nonce }: { nonce: string }) {
  useEffect(() => {
    document.documentElement.dataset.alive = "yes";
    sessionStorage.removeItem(key);
  }, []);
  // Browsers show no script its nonce, so that what the server wrote differs from what is read.
  // biome-ignore lint/security/noDangerouslySetInnerHtml: nothing of anybody's is in it
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: watch }} />;
}
