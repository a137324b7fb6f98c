import { Popover } from "@base-ui/react/popover";
import { useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import { X } from "lucide-react";
import { useRef, useState } from "react";
import { Badge } from "@/components/ui/badge.tsx";
import { Button } from "@/components/ui/button.tsx";
import { type Target, targetQuery, targetsQuery } from "@/features/fields/references.ts";
import { messageOf } from "@/lib/api-error.ts";
import { useChosen } from "@/lib/use-chosen.ts";
import { useDebounced } from "@/lib/use-debounced.ts";

type ReferenceInputProps = {
  label: string;
  /** The type of the entries that are offered; null for all. */
  target: string | null;
  value: unknown;
  onChange: (value: string | null) => void;
  removable?: boolean;
};

/** Another entry, found by its name. */
export function ReferenceInput({
  label,
  target,
  value,
  onChange,
  removable = true,
}: ReferenceInputProps) {
  const id = typeof value === "string" ? value : "";
  const [open, setOpen] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
      {id !== "" && <TargetName id={id} />}
      <Popover.Root open={open} onOpenChange={setOpen}>
        <Popover.Trigger
          render={
            <Button size="sm" data-choose>
              {id === "" ? "Choose an entry" : "Choose another"}
              <span className="sr-only"> for “{label}”</span>
            </Button>
          }
        />
        <Popover.Portal>
          <Popover.Positioner
            side="bottom"
            align="start"
            sideOffset={6}
            collisionPadding={12}
            className="z-50"
          >
            <Popover.Popup
              initialFocus={input}
              aria-label={`Choose an entry for “${label}”`}
              className="w-96 max-w-[calc(100vw-1.5rem)] rounded border border-rule bg-raised shadow-[0_12px_32px_-8px_rgb(28_26_23/0.28)] outline-none"
            >
              <Search
                input={input}
                type={target}
                onPick={(picked) => {
                  onChange(picked.id);
                  setOpen(false);
                }}
              />
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
      {id !== "" && removable && (
        <Button
          variant="quiet"
          size="icon-sm"
          title="Take it out"
          aria-label={`Take the entry out of “${label}”`}
          onClick={() => onChange(null)}
        >
          <X aria-hidden />
        </Button>
      )}
    </div>
  );
}

/** What an entry is called. */
export function TargetName({ id }: { id: string }) {
  const { data, isPending } = useQuery(targetQuery(id));
  if (isPending) return <span className="text-muted">…</span>;
  if (!data) return <span className="text-bad">An entry that is there no more</span>;
  return (
    <span className="flex min-w-0 items-center gap-2">
      <span className="min-w-0 [overflow-wrap:anywhere]">{data.title}</span>
      {!data.published && <Badge tone="idle">Not public</Badge>}
    </span>
  );
}

type SearchProps = {
  input: React.RefObject<HTMLInputElement | null>;
  type: string | null;
  onPick: (target: Target) => void;
};

/** Milliseconds of quiet after which a search starts. */
const pause = 150;

function Search({ input, type, onPick }: SearchProps) {
  const [text, setText] = useState("");
  const words = useDebounced(text.trim(), pause);
  const found = useQuery(targetsQuery(type, words));
  const targets = found.data ?? [];
  const chosen = useChosen(targets.map(({ id }) => id));
  return (
    <Command shouldFilter={false} loop label="Entries" {...chosen}>
      <Command.Input
        ref={input}
        value={text}
        onValueChange={setText}
        maxLength={200}
        placeholder="Search by title"
        className="h-12 w-full border-rule border-b bg-transparent px-4 text-base outline-none"
      />
      <Command.List className="max-h-72 overflow-y-auto p-1">
        {targets.map((target) => (
          <Command.Item
            key={target.id}
            value={target.id}
            onSelect={() => onPick(target)}
            className="flex min-h-11 cursor-pointer items-center gap-3 rounded-sm px-3 py-1.5 text-[0.9375rem] data-[selected=true]:bg-sunken"
          >
            <span className="min-w-0 flex-1 truncate">{target.title}</span>
            {!target.published && <span className="shrink-0 text-muted text-sm">not public</span>}
          </Command.Item>
        ))}
      </Command.List>
      <p role="status" className="px-4 pb-3 text-muted text-sm empty:hidden">
        {found.isError
          ? messageOf(found.error)
          : found.isPending
            ? "Looking…"
            : targets.length === 0
              ? words === ""
                ? "There is nothing to choose from yet."
                : "Nothing is called that."
              : null}
      </p>
    </Command>
  );
}
