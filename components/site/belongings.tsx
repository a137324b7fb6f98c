const belongings = [
  {
    name: "A site at its own address",
    text: "Pages are written in Markdown, kept as drafts, and published when they are ready.",
  },
  {
    name: "A first key that works once",
    text: "The first administrator arrives by a link for them alone. There is no default password to forget to change.",
  },
  {
    name: "Repairs without a call",
    text: "What should run is written down. When something stops, the difference is noticed and put right.",
  },
  {
    name: "Data that outlives a decision",
    text: "Suspending a client deletes nothing. Closing one keeps its data for fourteen days before it is purged.",
  },
] as const;

/** What comes with a plot. */
export function Belongings() {
  return (
    <dl className="grid gap-x-12 gap-y-8 sm:grid-cols-2">
      {belongings.map(({ name, text }) => (
        <div key={name} className="border-t border-ink pt-4">
          <dt className="font-display text-2xl leading-tight font-[480]">{name}</dt>
          <dd className="mt-2 max-w-md text-ink-muted">{text}</dd>
        </div>
      ))}
    </dl>
  );
}
