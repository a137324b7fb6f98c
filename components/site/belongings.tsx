const belongings = [
  {
    name: "A site at its own address",
    text: "Write, keep drafts, look at a preview, publish. Five looks to choose from, each by day and by night.",
  },
  {
    name: "A place for each colleague",
    text: "Invite who writes with you and say what they may do. Whoever leaves is out everywhere at once.",
  },
  {
    name: "One key for both doors",
    text: "Signed in here, you are in your CMS without another password. There is no default one to forget to change.",
  },
  {
    name: "Repairs without a call",
    text: "What should run is written down. When something stops, the difference is noticed and put right.",
  },
  {
    name: "Nothing behind your back",
    text: "What was done and by whom, what your site writes down as it writes it, what it uses: you see all of it.",
  },
  {
    name: "Data that outlives a decision",
    text: "Suspending a site deletes nothing. Closing one keeps its data for fourteen days before it is deleted.",
  },
] as const;

/** What comes with a plot. */
export function Belongings() {
  return (
    <dl className="grid gap-x-12 gap-y-10 sm:grid-cols-2 lg:grid-cols-3">
      {belongings.map(({ name, text }) => (
        <div key={name} className="border-t border-ink pt-4">
          <dt className="font-display text-2xl leading-tight font-[480]">{name}</dt>
          <dd className="mt-2 max-w-md text-ink-muted">{text}</dd>
        </div>
      ))}
    </dl>
  );
}
