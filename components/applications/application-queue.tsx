"use client";

import { Keyboard } from "lucide-react";
import { useCallback, useRef, useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { checkStyle } from "@/components/ui/check-style.ts";
import { ConfirmDialog } from "@/components/ui/confirm-dialog.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { Field } from "@/components/ui/field.tsx";
import { IconButton } from "@/components/ui/icon-button.tsx";
import { Textarea } from "@/components/ui/textarea.tsx";
import type { QueueRow } from "@/lib/tenants/list-applications.ts";
import { ApplicationList } from "./application-list.tsx";
import { QueueHelp } from "./queue-help.tsx";
import { QueueItem } from "./queue-item.tsx";
import { type QueueCommand, step } from "./queue-keys.ts";
import { type Decide, type Undo, useDecisions } from "./use-decisions.tsx";
import { useQueueKeys } from "./use-queue-keys.ts";

interface ApplicationQueueProps {
  rows: readonly QueueRow[];
  now: Date;
  /** Auditors look. */
  canDecide: boolean;
  decide: Decide;
  undo: Undo;
}

/** Who waits, and what is done about it: by pointer, by keyboard, one by one or many at once. */
export function ApplicationQueue({ rows, now, canDecide, decide, undo }: ApplicationQueueProps) {
  const decisions = useDecisions(decide, undo);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [rejecting, setRejecting] = useState<readonly string[] | null>(null);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const list = useRef<HTMLUListElement>(null);

  const pending = rows.filter(({ status }) => status === "pending");
  const chosen = pending.filter(({ id }) => selected.has(id)).map(({ id }) => id);

  function toggle(id: string): void {
    setSelected((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  }

  async function approve(ids: readonly string[]): Promise<void> {
    if (ids.length === 0 || decisions.isBusy) return;
    const next = neighbour(ids);
    await decisions.decide("approve", [...ids]);
    setSelected(new Set());
    focusRow(next);
  }

  function rowsInOrder(): HTMLElement[] {
    return [...(list.current?.querySelectorAll<HTMLElement>("[data-application]") ?? [])];
  }
  const idOf = (row: HTMLElement | undefined): string | null => row?.dataset.application ?? null;
  function currentIndex(): number {
    return rowsInOrder().findIndex((row) => row.contains(document.activeElement));
  }
  /** The row after the last of those that are about to be decided. */
  function neighbour(ids: readonly string[]): string | null {
    const all = rowsInOrder();
    const at = all.findLastIndex((row) => ids.includes(idOf(row) ?? ""));
    return idOf(all.slice(at + 1).find((row) => pending.some(({ id }) => id === idOf(row)))) ?? null;
  }
  function focusRow(id: string | null): void {
    if (id !== null) list.current?.querySelector<HTMLElement>(`[data-application="${id}"] input`)?.focus();
  }

  const run = useRef((_: QueueCommand): void => {});
  run.current = (command) => {
    const all = rowsInOrder();
    const at = currentIndex();
    const current = idOf(all[at]);
    const isPending = current !== null && pending.some(({ id }) => id === current);
    const subject = chosen.length > 0 ? chosen : isPending ? [current] : [];
    switch (command) {
      case "next":
      case "previous": {
        const row = all[step(at, all.length, command === "next" ? 1 : -1)];
        row?.querySelector<HTMLElement>("input, button")?.focus();
        row?.scrollIntoView({ block: "nearest" });
        return;
      }
      case "select":
        if (canDecide && isPending) toggle(current);
        return;
      case "approve":
        if (canDecide) void approve(subject);
        return;
      case "reject":
        if (canDecide && subject.length > 0) setRejecting(subject);
        return;
      case "undo":
        if (canDecide && decisions.last.length > 0) void decisions.takeBack([...decisions.last]);
        return;
      case "help":
        setHelpOpen(true);
    }
  };
  const [keysOn, switchKeys] = useQueueKeys(useCallback((command: QueueCommand) => run.current(command), []));

  if (rows.length === 0) {
    return (
      <EmptyState title="Nobody waits">
        Who signs up and confirms their address stands here until somebody decides. This page shows it at once.
      </EmptyState>
    );
  }

  const isAll = pending.length > 0 && chosen.length === pending.length;
  return (
    <>
      <div className="mb-3 flex min-h-11 flex-wrap items-center gap-3">
        {canDecide && (
          <>
            <input
              type="checkbox"
              aria-label="Select all"
              checked={isAll}
              ref={(box) => {
                if (box) box.indeterminate = !isAll && chosen.length > 0;
              }}
              onChange={() => setSelected(isAll ? new Set() : new Set(pending.map(({ id }) => id)))}
              className={`${checkStyle} max-lg:ml-[1.0625rem]`}
            />
            <Button
              size="small"
              disabled={chosen.length === 0}
              busy={decisions.isBusy}
              onClick={() => void approve(chosen)}
            >
              Approve {chosen.length || ""} selected
            </Button>
            <Button
              size="small"
              variant="secondary"
              disabled={chosen.length === 0}
              onClick={() => setRejecting(chosen)}
            >
              Reject selected
            </Button>
            <p role="status" className="caption">
              {chosen.length === 0 ? "None selected" : `${chosen.length} selected`}
            </p>
          </>
        )}
        <IconButton
          label="Keys"
          size="icon-small"
          className="ml-auto"
          aria-haspopup="dialog"
          onClick={() => setHelpOpen(true)}
        >
          <Keyboard aria-hidden="true" strokeWidth={1.5} />
        </IconButton>
      </div>
      <ApplicationList
        ref={list}
        label="Applications that wait"
        heads={canDecide ? ["", ...heads, "Decide"] : heads}
        columns={
          canDecide
            ? "lg:grid-cols-[auto_minmax(0,5fr)_minmax(0,6fr)_minmax(0,7fr)_auto_auto]"
            : "lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)_minmax(0,7fr)_auto]"
        }
      >
        {rows.map((row) => (
          <QueueItem
            key={row.id}
            row={row}
            now={now}
            canDecide={canDecide}
            isSelected={selected.has(row.id)}
            isBusy={decisions.isBusy}
            failure={decisions.failures.get(row.id) ?? null}
            onToggle={() => toggle(row.id)}
            onApprove={() => void approve([row.id])}
            onReject={() => setRejecting([row.id])}
            onUndo={() => void decisions.takeBack([row.id])}
          />
        ))}
      </ApplicationList>
      <ConfirmDialog
        open={rejecting !== null}
        onOpenChange={(open) => !open && setRejecting(null)}
        title={rejecting?.length === 1 ? `Reject ${nameOf(rows, rejecting[0])}?` : `Reject ${rejecting?.length ?? 0}?`}
        description="The address is free again at once. After ten seconds the applicant gets a mail with your reason."
        confirm="Reject"
        tone="danger"
        onConfirm={async (fields) => {
          const ids = [...(rejecting ?? [])];
          const answer = await decisions.decide("reject", ids, String(fields.get("reason") ?? ""));
          if (answer.ok) setSelected(new Set());
          return answer;
        }}
      >
        <Field label="Reason" hint="The applicant reads it.">
          {(control) => <Textarea {...control} name="reason" required maxLength={500} rows={3} />}
        </Field>
      </ConfirmDialog>
      <QueueHelp open={isHelpOpen} onOpenChange={setHelpOpen} isOn={keysOn} switchTo={switchKeys} />
    </>
  );
}

const heads = ["Company", "Applicant", "Asks for", "Waits for"];

const nameOf = (rows: readonly QueueRow[], wanted: string | undefined): string =>
  rows.find(({ id }) => id === wanted)?.companyName ?? "it";
