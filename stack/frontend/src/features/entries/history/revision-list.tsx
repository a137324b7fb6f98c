import { TimeAgo } from "@/components/time-ago.tsx";
import { Badge } from "@/components/ui/badge.tsx";
import type { Entry } from "@/features/entries/entry.ts";
import type { RevisionSummary } from "@/features/entries/history/api.ts";
import { whatItWas } from "@/features/entries/history/revision-words.ts";

/** The numbers of the two that are compared, the older first. */
export type Pair = readonly [number, number];

type RevisionListProps = {
  entry: Entry;
  revisions: readonly RevisionSummary[];
  pair: Pair;
  onChange: (pair: Pair) => void;
};

/** Every save, the newest first; two of them are chosen for comparison. */
export function RevisionList({ entry, revisions, pair, onChange }: RevisionListProps) {
  const [from, to] = pair;
  return (
    <ol>
      {revisions.map((revision) => (
        <li key={revision.number} className="flex items-start gap-1 border-rule border-b py-2.5">
          <Choice
            name="before"
            label={`Compare from version ${revision.number}`}
            checked={revision.number === from}
            disabled={revision.number >= to}
            onChoose={() => onChange([revision.number, to])}
          />
          <Choice
            name="after"
            label={`Compare to version ${revision.number}`}
            checked={revision.number === to}
            disabled={revision.number <= from}
            onChoose={() => onChange([from, revision.number])}
          />
          <div className="min-w-0 flex-1 pl-1">
            <p className="text-[0.9375rem] leading-snug [overflow-wrap:anywhere]">
              <span className="tabular-nums">{revision.number}</span> · {whatItWas(revision)}
            </p>
            <p className="text-muted text-sm">
              <TimeAgo iso={revision.createdAt} />
            </p>
            <p className="mt-1 flex flex-wrap gap-1.5 empty:hidden">
              {revision.number === entry.version && <Badge tone="idle">As it is now</Badge>}
              {revision.number === entry.publishedVersion && <Badge tone="ok">Public</Badge>}
              {revision.publishedAt && revision.number !== entry.publishedVersion && (
                <Badge tone="idle">Was public</Badge>
              )}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  checked: boolean;
  disabled: boolean;
  onChoose: () => void;
};

function Choice({ name, label, checked, disabled, onChoose }: ChoiceProps) {
  return (
    <label className="grid size-7 shrink-0 cursor-pointer place-items-center">
      <input
        type="radio"
        name={name}
        className="size-4 accent-green disabled:opacity-30"
        checked={checked}
        disabled={disabled}
        onChange={onChoose}
      />
      <span className="sr-only">{label}</span>
    </label>
  );
}
