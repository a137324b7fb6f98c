"use client";

import { Toggle } from "@base-ui/react/toggle";
import { ToggleGroup } from "@base-ui/react/toggle-group";
import type { TenantStatus } from "@/lib/domain/status.ts";
import { PlotSign } from "./plot-sign.tsx";
import { statusWords } from "./status-words.ts";

interface StatusFilterProps {
  counts: readonly { readonly status: TenantStatus; readonly count: number }[];
  chosen: readonly TenantStatus[];
  onChoose: (statuses: TenantStatus[]) => void;
}

/** The map's legend; each line of it narrows the table to its status. */
export function StatusFilter({ counts, chosen, onChoose }: StatusFilterProps) {
  const offered = [...counts, ...chosen.filter((status) => !counts.some((entry) => entry.status === status)).map((status) => ({ status, count: 0 }))];
  return (
    <ToggleGroup<TenantStatus>
      multiple
      aria-label="Show only"
      value={chosen}
      onValueChange={onChoose}
      className="-ml-2.5 flex flex-wrap gap-1"
    >
      {offered.map(({ status, count }) => (
        <Toggle
          key={status}
          value={status}
          title={statusWords[status].meaning}
          className="inline-flex min-h-9 cursor-pointer items-center gap-2 rounded-base border border-transparent px-2.5 text-sm hover:bg-paper-sunken data-pressed:border-rule-strong data-pressed:bg-paper-raised"
        >
          <PlotSign status={status} />
          {statusWords[status].label}
          <span className="text-ink-muted tabular-nums">{count.toLocaleString("en")}</span>
        </Toggle>
      ))}
    </ToggleGroup>
  );
}
