"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { checkStyle } from "@/components/ui/check-style.ts";
import { age } from "@/components/ui/time.ts";
import { TimeAgo } from "@/components/ui/time-ago.tsx";
import type { QueueRow } from "@/lib/tenants/list-applications.ts";
import { Applicant, Wish } from "./applicant.tsx";
import { ApplicationCard } from "./application-list.tsx";
import { Countdown, useSecondsLeft } from "./countdown.tsx";
import { startErrorWords } from "./start-error-words.ts";

interface QueueItemProps {
  row: QueueRow;
  now: Date;
  canDecide: boolean;
  isSelected: boolean;
  isBusy: boolean;
  /** Why the last attempt to decide it did not work. */
  failure: string | null;
  onToggle: () => void;
  onApprove: () => void;
  onReject: () => void;
  onUndo: () => void;
}

export function QueueItem(props: QueueItemProps) {
  const { row, now, canDecide, isSelected, failure } = props;
  const isPending = row.status === "pending";
  return (
    <ApplicationCard
      company={row.companyName}
      beneath={
        failure && (
          <p role="alert" className="mt-1 text-sm text-bad">
            {failure}
          </p>
        )
      }
      {...(canDecide && {
        mark: isPending && (
          <input
            type="checkbox"
            aria-label={`Select ${row.companyName}`}
            checked={isSelected}
            onChange={props.onToggle}
            className={checkStyle}
          />
        ),
      })}
      data-application={row.id}
      className="has-focus-visible:border-green data-selected:bg-green-soft lg:has-focus-visible:bg-paper-sunken lg:data-selected:bg-green-soft"
      {...(isSelected ? { "data-selected": "" } : {})}
    >
      <div className="min-w-0">
        <Applicant row={row} />
      </div>
      <div className="min-w-0">
        <Wish row={row} />
      </div>
      <p className="max-lg:caption lg:whitespace-nowrap">
        <span className="lg:sr-only">Waits for </span>
        <time dateTime={row.createdAt.toISOString()} suppressHydrationWarning>
          {age(row.createdAt, now)}
        </time>
      </p>
      {canDecide && (isPending ? <DecideButtons {...props} /> : <Undoable {...props} />)}
    </ApplicationCard>
  );
}

function DecideButtons({ row, isBusy, onApprove, onReject }: QueueItemProps) {
  return (
    <div className="mt-1 flex gap-2 max-lg:*:flex-1 lg:mt-0 lg:self-start">
      <Button size="small" aria-label={`Approve ${row.companyName}`} busy={isBusy} onClick={onApprove}>
        Approve
      </Button>
      <Button size="small" variant="secondary" aria-label={`Reject ${row.companyName}`} onClick={onReject}>
        Reject
      </Button>
    </div>
  );
}

/** Decided a moment ago, or approved and not started yet. */
function Undoable({ row, now, isBusy, onUndo }: QueueItemProps) {
  // Counted from the server's clock, as this machine's may be wrong.
  const leftMs = row.startAfter === null ? 0 : row.startAfter.getTime() - now.getTime();
  return (
    <div className="lg:max-w-60">
      {row.startError === null ? (
        <p>
          {row.status === "approved" ? "Approved" : "Rejected"}, <UntilThen key={now.getTime()} leftMs={leftMs} />
        </p>
      ) : (
        <p className="text-bad">
          Could not be started: {startErrorWords(row.startError)}{" "}
          {row.startAfter && leftMs > 0 && <TimeAgo at={row.startAfter} now={now} className="text-ink-muted" />}
        </p>
      )}
      <Button
        size="small"
        variant="secondary"
        className="mt-1.5"
        busy={isBusy}
        aria-label={`Undo the decision about ${row.companyName}`}
        onClick={onUndo}
      >
        Undo
      </Button>
    </div>
  );
}

function UntilThen({ leftMs }: { leftMs: number }) {
  const [until] = useState(() => Date.now() + leftMs);
  return useSecondsLeft(until) === 0 ? <>under way</> : <Countdown until={until} />;
}
