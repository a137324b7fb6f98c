import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { Mailbox } from "@/components/ui/mailbox.tsx";
import { RowTh, Table, Td, Th, Tr } from "@/components/ui/table.tsx";
import { TimeAgo } from "@/components/ui/time-ago.tsx";
import type { DemoLinkRow } from "@/lib/tenants/survey-demos.ts";

interface LinkTableProps {
  links: readonly DemoLinkRow[];
  now: Date;
  action: ((link: DemoLinkRow) => ReactNode) | null;
}

export function LinkTable({ links, now, action }: LinkTableProps) {
  if (links.length === 0) {
    return (
      <EmptyState inSection title="No links yet">
        Each is for somebody, with a greeting, and says when it was used. The button above makes one.
      </EmptyState>
    );
  }
  return (
    <Table caption="Investors’ links">
      <thead>
        <Tr>
          <Th>For</Th>
          <Th>State</Th>
          <Th numeric>Used</Th>
          <Th>Good until</Th>
          <Th>Made by</Th>
          {action && <Th aria-label="Actions" />}
        </Tr>
      </thead>
      <tbody>
        {links.map((link) => (
          <Tr key={link.id}>
            <RowTh className="wrap-anywhere">{link.name}</RowTh>
            <Td>
              <Badge tone={link.state === "open" ? "ok" : "idle"}>{link.state}</Badge>
            </Td>
            <Td numeric>
              {link.uses} of {link.maxUses}
            </Td>
            <Td>
              <TimeAgo at={link.expiresAt} now={now} />
            </Td>
            <Td className="wrap-anywhere">
              <Mailbox address={link.createdBy.replace(/^admin:/, "")} />
            </Td>
            {action && <Td className="text-right">{link.state === "open" && action(link)}</Td>}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
