import type { Choice } from "@/components/check-list.tsx";

/** What a webhook can be told of; the server sends nothing else out. */
export const eventChoices: readonly Choice<string>[] = [
  { value: "entry.created", label: "Page or post created" },
  { value: "entry.saved", label: "Page or post saved" },
  { value: "entry.moved", label: "Page moved" },
  { value: "entry.submitted", label: "Handed in for review" },
  { value: "entry.published", label: "Published" },
  { value: "entry.unpublished", label: "Taken back" },
  { value: "entry.scheduled", label: "Scheduled" },
  { value: "entry.deleted", label: "Page or post deleted" },
  { value: "entry.restored", label: "Earlier version restored" },
  { value: "term.saved", label: "Category or tag saved" },
  { value: "term.deleted", label: "Category or tag deleted" },
  { value: "term.merged", label: "Category or tag merged" },
  { value: "type.saved", label: "Content type saved" },
  { value: "type.deleted", label: "Content type deleted" },
  { value: "media.added", label: "File added" },
  { value: "media.deleted", label: "File deleted" },
  { value: "user.added", label: "Person added" },
  { value: "user.removed", label: "Person removed" },
  { value: "user.role_changed", label: "Role changed" },
  { value: "site.saved", label: "Site settings saved" },
  { value: "site.exported", label: "Site exported" },
  { value: "site.imported", label: "Site imported" },
];

/** In words; a newer server's event goes by its name. */
export function eventLabel(event: string): string {
  if (event === "webhook.test") return "Test message";
  return eventChoices.find(({ value }) => value === event)?.label ?? event;
}
