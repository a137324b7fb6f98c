"use client";

import "./globals.css";

/** When even the frame around all pages broke. */
export default function GlobalError() {
  return (
    <html lang="en">
      <body>
        <title>Something broke · Freehold</title>
        <main id="main" className="page py-24">
          <h1 className="text-5xl">Something broke</h1>
          <p className="mt-6 mb-8 max-w-md text-lg text-ink-muted">
            The fault is ours, and the log has it. Clients’ sites are not affected.
          </p>
          <a className="link" href="/">
            Back to the start
          </a>
        </main>
      </body>
    </html>
  );
}
