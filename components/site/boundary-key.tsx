/** What the numbers on the drawing stand for. */
const entries = [
  {
    name: "The road",
    text: "One edge server shows visitors to the right gate. It knows addresses and nothing else, and keeps serving while everything behind the scenes is being repaired.",
  },
  {
    name: "The gate",
    text: "Only web answers at the gate. The application and the database have no door to the street.",
  },
  {
    name: "The house",
    text: "Three containers per client, none running as root, each on a read-only file system with memory and processor time of its own. A busy neighbour is not your problem.",
  },
  {
    name: "The wall",
    text: "Every client has a private network. Nothing on it can reach a neighbour, the control database or the machinery that runs the place.",
  },
  {
    name: "The strongroom",
    text: "A whole PostgreSQL of one’s own, with a password that fits no other. Keys are made for each client and kept encrypted.",
  },
] as const;

export function BoundaryKey() {
  return (
    <ol className="border-t border-rule">
      {entries.map(({ name, text }, index) => (
        <li key={name} className="grid grid-cols-[2.25rem_1fr] border-b border-rule py-4">
          <span
            aria-hidden="true"
            className="grid size-6 place-items-center rounded-full bg-ink text-[0.8125rem] font-semibold text-paper"
          >
            {index + 1}
          </span>
          <div>
            <h3 className="text-xl">{name}</h3>
            <p className="mt-1 text-ink-muted">{text}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}
