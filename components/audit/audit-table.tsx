import Link from "next/link";
import { Mailbox } from "@/components/ui/mailbox.tsx";
import { RowTh, Table, Td, Th, Tr } from "@/components/ui/table.tsx";
import { Moment } from "@/components/ui/time-ago.tsx";
import type { AuditRecord } from "@/lib/domain/audit-chain.ts";
import { everything } from "@/lib/domain/audit-search.ts";
import { auditHref } from "./audit-params.ts";

/** Events, the newest first; each opens to all that is known about it. */
export function AuditTable({ events }: { events: readonly AuditRecord[] }) {
  return (
    <Table caption="Events">
      <thead>
        <tr>
          <Th>What</Th>
          <Th>Whom</Th>
          <Th>Who</Th>
          <Th>When</Th>
          <Th>Details</Th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <Tr key={event.seq} id={`event-${event.seq}`}>
            <RowTh className="whitespace-nowrap">{event.action}</RowTh>
            <Td className="min-w-40 wrap-anywhere">
              <Only filter={{ subject: event.subject }}>{event.subject}</Only>
            </Td>
            <Td className="min-w-40 wrap-anywhere">
              <Only filter={{ actor: event.actor }}>{event.actor}</Only>
            </Td>
            <Td className="whitespace-nowrap">
              <Moment at={event.at} />
            </Td>
            <Td className="min-w-64 lg:w-1/3">
              <Details event={event} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

/** Leads to all events of this one. */
function Only({ filter, children }: { filter: { actor?: string; subject?: string }; children: string }) {
  return (
    <Link
      href={auditHref({ ...everything, ...filter })}
      prefetch={false}
      className="decoration-rule-strong underline-offset-3 hover:underline"
    >
      <Mailbox address={children} />
    </Link>
  );
}

function Details({ event }: { event: AuditRecord }) {
  return (
    <details className="group">
      <summary className="cursor-pointer text-ink-muted hover:text-ink">{event.reason ?? `Event ${event.seq}`}</summary>
      <dl className="mt-3 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-sm">
        <Entry name="Event">{String(event.seq)}</Entry>
        {event.reason && <Entry name="Reason">{event.reason}</Entry>}
        <Entry name="From">{event.origin}</Entry>
        <Entry name="Request">{event.requestId}</Entry>
        <Entry name="Hash">{event.hash}</Entry>
        <Entry name="Before it">{event.prevHash}</Entry>
      </dl>
      <pre className="mt-3 overflow-x-auto rounded-base bg-paper-sunken p-3 font-mono text-sm whitespace-pre-wrap wrap-anywhere">
        {JSON.stringify(event.details, null, 2)}
      </pre>
    </details>
  );
}

function Entry({ name, children }: { name: string; children: string }) {
  return (
    <>
      <dt className="text-ink-muted">{name}</dt>
      <dd className="wrap-anywhere">{children}</dd>
    </>
  );
}
