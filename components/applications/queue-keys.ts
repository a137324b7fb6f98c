/** The queue by keyboard: pure, so that it can be read and tested as a table. */

export const queueCommands = {
  next: { keys: ["j"], label: "Next" },
  previous: { keys: ["k"], label: "Previous" },
  approve: { keys: ["a"], label: "Approve" },
  reject: { keys: ["r"], label: "Reject" },
  select: { keys: ["x"], label: "Select" },
  undo: { keys: ["u"], label: "Take the last decision back" },
  help: { keys: ["?"], label: "Show these keys" },
} as const satisfies Record<string, { readonly keys: readonly string[]; readonly label: string }>;

export type QueueCommand = keyof typeof queueCommands;

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  /** Where it was pressed: a field that takes text, an open window, or elsewhere. */
  readonly place: "text" | "window" | "page";
}

/** What a key means; null when it is somebody else's. Never while somebody types. */
export function queueCommand({ key, ctrlKey, metaKey, altKey, place }: KeyPress): QueueCommand | null {
  if (place !== "page" || ctrlKey || metaKey || altKey) return null;
  for (const [command, { keys }] of Object.entries(queueCommands))
    if ((keys as readonly string[]).includes(key)) return command as QueueCommand;
  return null;
}

/** The row that is next to `current` in a list of `count`; it stops at both ends. */
export function step(current: number, count: number, by: 1 | -1): number {
  return Math.max(0, Math.min(count - 1, current + by));
}
