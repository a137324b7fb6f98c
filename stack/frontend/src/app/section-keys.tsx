import { useNavigate } from "@tanstack/react-router";
import { type Section, sectionsFor } from "@/app/sections.ts";
import { useUser } from "@/features/session/use-user.ts";
import { useShortcut } from "@/lib/shortcuts.ts";

/** Listens for the keys that lead to the sections. Renders nothing. */
export function SectionKeys() {
  return sectionsFor(useUser()).map((section) => <Listener key={section.to} {...section} />);
}

function Listener({ to, keys }: Section) {
  const navigate = useNavigate();
  useShortcut(keys, () => void navigate({ to }));
  return null;
}
