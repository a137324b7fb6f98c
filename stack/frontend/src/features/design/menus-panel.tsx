import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { type Design, type MenuEntry, type MenuItem, pagesInMenu } from "@/features/design/api.ts";
import { itemsOf, linesOf, type MenuLine } from "@/features/design/menu.ts";
import { MenuEditor } from "@/features/design/menu-editor.tsx";
import { messageOf } from "@/lib/api-error.ts";

type Place = "headerMenu" | "footerMenu";

const places: readonly { place: Place; title: string; automatic: string }[] = [
  {
    place: "headerMenu",
    title: "Header",
    automatic: "Shows every page that is marked “in the menu”, in their order.",
  },
  {
    place: "footerMenu",
    title: "Footer",
    automatic: "Shows what the header shows, and the search.",
  },
];

type MenusPanelProps = {
  design: Design;
  entries: readonly MenuEntry[];
  homePageId: string | null;
  onChange: (values: Partial<Design>) => void;
};

/** The menus: those that the pages make up by themselves, or arranged by hand. */
export function MenusPanel({ design, entries, homePageId, onChange }: MenusPanelProps) {
  const [met, setMet] = useState<readonly MenuEntry[]>([]);
  const known = new Map([...met, ...entries].map((entry) => [entry.id, entry]));
  const meet = (...more: MenuEntry[]) => setMet((now) => [...now, ...more]);
  return (
    <div className="grid gap-10">
      {places.map(({ place, title, automatic }) => (
        <section key={place} aria-label={title} className="grid gap-3">
          <h2 className="font-display text-xl">{title}</h2>
          <OneMenu
            menu={design[place]}
            entries={known}
            automatic={automatic}
            first={async () => {
              const pages = await pagesInMenu(homePageId);
              meet(...pages);
              return pages;
            }}
            onMeet={meet}
            onChange={(menu) => onChange({ [place]: menu })}
          />
        </section>
      ))}
    </div>
  );
}

type OneMenuProps = {
  menu: MenuItem[] | null;
  entries: ReadonlyMap<string, MenuEntry>;
  automatic: string;
  /** What a menu that is made begins with. */
  first: () => Promise<readonly MenuEntry[]>;
  onMeet: (entry: MenuEntry) => void;
  onChange: (menu: MenuItem[] | null) => void;
};

function OneMenu({ menu, entries, automatic, first, onMeet, onChange }: OneMenuProps) {
  // What is unfinished is not in the design yet; a design from elsewhere (undo, discard) comes anew.
  const [lines, setLines] = useState<readonly MenuLine[]>(() => linesOf(menu ?? []));
  const [sent, setSent] = useState(menu);
  if (menu !== sent) {
    setSent(menu);
    if (JSON.stringify(menu ?? []) !== JSON.stringify(itemsOf(lines)))
      setLines(linesOf(menu ?? []));
  }
  const change = (next: readonly MenuLine[]) => {
    setLines(next);
    onChange(itemsOf(next));
  };
  const start = useMutation({
    mutationFn: first,
    onSuccess: (pages) =>
      change(
        linesOf(
          pages.map(({ id }) => ({
            kind: "entry" as const,
            label: "",
            entryId: id,
            url: null,
            listing: null,
            children: [],
          })),
        ),
      ),
  });
  if (menu === null) {
    return (
      <>
        <p className="text-muted text-sm">{automatic}</p>
        <Button
          size="sm"
          className="justify-self-start"
          busy={start.isPending}
          onClick={() => start.mutate()}
        >
          Make a menu by hand
        </Button>
        {start.error && (
          <p role="alert" className="text-bad text-sm">
            The pages could not be loaded. {messageOf(start.error)}
          </p>
        )}
      </>
    );
  }
  return (
    <>
      <MenuEditor lines={lines} entries={entries} onChange={change} onMeet={onMeet} />
      <Button
        variant="link"
        size="inline"
        className="justify-self-start text-sm"
        onClick={() => onChange(null)}
      >
        Back to the automatic menu
      </Button>
    </>
  );
}
