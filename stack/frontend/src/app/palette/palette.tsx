import { Dialog as Base } from "@base-ui/react/dialog";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Command } from "cmdk";
import { FileText, type LucideIcon, Search } from "lucide-react";
import { type ReactNode, useRef, useState } from "react";
import { commandsFor, type Deed, matching, type Command as Offer } from "@/app/palette/commands.ts";
import { setPaletteOpen } from "@/app/palette/use-palette.ts";
import { useSignOut } from "@/app/use-sign-out.ts";
import { backdropClasses, popupClasses } from "@/components/ui/dialog.tsx";
import { Spinner } from "@/components/ui/spinner.tsx";
import { useCustomTypes } from "@/features/entries/custom-types.ts";
import type { EntrySummary } from "@/features/entries/entry.ts";
import { entryLink } from "@/features/entries/links.ts";
import { StatusBadge } from "@/features/entries/list/status-badge.tsx";
import { latestEntriesQuery } from "@/features/entries/queries.ts";
import { useUser } from "@/features/session/use-user.ts";
import { messageOf } from "@/lib/api-error.ts";
import { cn } from "@/lib/cn.ts";
import { setTheme } from "@/lib/theme.ts";
import { useChosen } from "@/lib/use-chosen.ts";
import { useDebounced } from "@/lib/use-debounced.ts";

/** Milliseconds of quiet after which the entries are searched. */
const pause = 150;

/** Goes to any screen or entry, and does what can be done from anywhere. */
export default function Palette({ open }: { open: boolean }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <Base.Root open={open} onOpenChange={setPaletteOpen}>
      <Base.Portal>
        <Base.Backdrop className={backdropClasses} />
        <Base.Popup
          initialFocus={input}
          className={cn(
            popupClasses,
            "top-[8vh] max-w-xl translate-y-0 overflow-hidden p-0 data-starting-style:-translate-y-2 sm:top-[14vh] sm:p-0",
          )}
        >
          <Base.Title className="sr-only">Search or go to</Base.Title>
          <Commands input={input} />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

function Commands({ input }: { input: React.RefObject<HTMLInputElement | null> }) {
  const user = useUser();
  const act = useDeeds();
  const [text, setText] = useState("");
  const customTypes = useCustomTypes();
  const found = useEntries(text);
  const commands = matching(commandsFor(user, customTypes), text);
  const groups = Map.groupBy(commands, ({ group }) => group);
  const chosen = useChosen([...found.entries.map(entryValue), ...commands.map(commandValue)]);
  const count = commands.length + found.entries.length;
  return (
    <Command shouldFilter={false} loop label="Search or go to" {...chosen}>
      <div className="flex items-center gap-3 border-rule border-b px-5">
        {found.searching ? (
          <Spinner className="shrink-0 text-muted" />
        ) : (
          <Search aria-hidden className="size-4 shrink-0 text-muted" />
        )}
        <Command.Input
          ref={input}
          value={text}
          onValueChange={setText}
          maxLength={100}
          placeholder="A page, a screen, or what to do"
          className="h-14 w-full min-w-0 bg-transparent text-lg outline-none"
        />
      </div>
      <Command.List className="max-h-[min(26rem,60dvh)] overflow-y-auto overscroll-contain p-2">
        {found.entries.length > 0 && (
          <Group heading="Content">
            {found.entries.map((entry) => (
              <Item
                key={entry.id}
                value={entryValue(entry)}
                icon={FileText}
                onSelect={() => act({ kind: "go", link: entryLink(entry) })}
              >
                <span className="min-w-0 flex-1 truncate">{entry.title || "Untitled"}</span>
                <StatusBadge entry={entry} />
              </Item>
            ))}
          </Group>
        )}
        {[...groups].map(([group, list]) => (
          <Group key={group} heading={group}>
            {list.map((command) => (
              <Item
                key={command.name}
                value={commandValue(command)}
                icon={command.icon}
                onSelect={() => act(command.deed)}
              >
                {command.name}
              </Item>
            ))}
          </Group>
        ))}
        {count === 0 && !found.searching && (
          <p className="px-3 py-8 text-center text-muted">
            {found.problem ?? `Nothing found for “${text.trim()}”.`}
          </p>
        )}
      </Command.List>
      <p role="status" className="sr-only">
        {text.trim() !== "" && !found.searching && `${count} ${count === 1 ? "result" : "results"}`}
      </p>
    </Command>
  );
}

const entryValue = ({ id }: EntrySummary): string => `entry ${id}`;
const commandValue = ({ group, name }: Offer): string => `${group} ${name}`;

type Found = { entries: readonly EntrySummary[]; searching: boolean; problem: string | null };

/** Entries for what is typed; the last ones changed while nothing is. */
function useEntries(text: string): Found {
  const wanted = useDebounced(text.trim(), pause);
  const { data, isFetching, error } = useQuery(latestEntriesQuery({ q: wanted }));
  return {
    entries: data ?? [],
    searching: isFetching || wanted !== text.trim(),
    problem: error ? `The site could not be searched. ${messageOf(error)}` : null,
  };
}

/** Closes the palette and does it. */
function useDeeds(): (deed: Deed) => void {
  const navigate = useNavigate();
  const signOut = useSignOut();
  return (deed) => {
    setPaletteOpen(false);
    switch (deed.kind) {
      case "go":
        void navigate(deed.link);
        break;
      case "visit":
        window.open(deed.href, "_blank", "noopener,noreferrer");
        break;
      case "theme":
        setTheme(deed.theme);
        break;
      case "sign-out":
        void signOut();
    }
  };
}

function Group({ heading, children }: { heading: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={<span className="block px-3 pt-2 pb-1 text-muted text-sm">{heading}</span>}
    >
      {children}
    </Command.Group>
  );
}

type ItemProps = { value: string; icon: LucideIcon; onSelect: () => void; children: ReactNode };

function Item({ value, icon: Icon, onSelect, children }: ItemProps) {
  return (
    <Command.Item
      value={value}
      onSelect={onSelect}
      className="flex min-h-11 cursor-pointer items-center gap-3 rounded-sm px-3 py-1.5 data-[selected=true]:bg-sunken"
    >
      <Icon aria-hidden className="size-4 shrink-0 text-muted" />
      {children}
    </Command.Item>
  );
}
