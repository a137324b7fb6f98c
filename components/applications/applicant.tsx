import { Badge } from "@/components/ui/badge.tsx";
import { Mailbox } from "@/components/ui/mailbox.tsx";
import { startTitle } from "@/lib/domain/samples.ts";
import type { QueueRow } from "@/lib/tenants/list-applications.ts";

/** Who asks, and what their address says about them. */
export function Applicant({ row: { name, email, isFreeMail, isVerified, mailDomain } }: { row: QueueRow }) {
  return (
    <>
      {name && <span className="block">{name}</span>}
      <span className="block wrap-anywhere text-ink-muted">
        <Mailbox address={email} />
      </span>
      <span className="mt-1 flex flex-wrap gap-1.5 empty:hidden">
        {!isVerified && <Badge tone="warn">Not confirmed</Badge>}
        {isFreeMail && (
          <Badge tone="plain" title={`Anybody can have an address at ${mailDomain}`}>
            Free mail
          </Badge>
        )}
      </span>
    </>
  );
}

/** What they ask for. */
export function Wish({ row: { url, region, sample, keepsDemo } }: { row: QueueRow }) {
  return (
    <>
      <span className="block font-mono text-[0.875rem] wrap-anywhere">{url.replace(/^https?:\/\//, "")}</span>
      <span className="caption block">
        {region}, starts with: {startTitle(keepsDemo ? "keep" : sample)}
      </span>
    </>
  );
}
