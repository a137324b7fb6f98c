/** What somebody agrees to with one click, before it. */
export function WhatHappens({ lifetimeMinutes }: { lifetimeMinutes: number }) {
  return (
    <ul className="grid gap-3 border-t border-rule pt-6 text-[0.9375rem] text-ink-muted">
      <li>
        You get a site of your own: its own database and its own private network, with a sample company in it. Nobody
        else is in there.
      </li>
      <li>You are signed in to its CMS and may change whatever you like. Nothing is mailed to anybody.</li>
      <li>
        It lives for {lifetimeWords(lifetimeMinutes)}, then all of it is deleted. If you want to keep it, say so in
        time: the very site becomes yours, with all you made.
      </li>
      <li>No account and no questions. We keep the time of your visit, and no address of yours.</li>
    </ul>
  );
}

export function lifetimeWords(minutes: number): string {
  if (minutes % 60 !== 0) return `${minutes} minutes`;
  return minutes === 60 ? "one hour" : `${minutes / 60} hours`;
}
