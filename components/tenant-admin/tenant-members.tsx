import { RowTh, Table, Td, Th, Tr } from "@/components/ui/table.tsx";
import { Moment } from "@/components/ui/time-ago.tsx";
import type { Member, OpenInvitation } from "@/lib/tenants/list-members.ts";

interface TenantMembersProps {
  members: readonly Member[];
  invitations: readonly OpenInvitation[];
}

/** Who belongs to a client, and who was asked to. */
export function TenantMembers({ members, invitations }: TenantMembersProps) {
  if (members.length + invitations.length === 0) return <p className="text-ink-muted">Nobody has joined yet.</p>;
  return (
    <Table caption="Members">
      <thead>
        <tr>
          <Th>Person</Th>
          <Th>Role</Th>
          <Th>Since</Th>
        </tr>
      </thead>
      <tbody>
        {members.map(({ userId, email, name, role, since }) => (
          <Tr key={userId}>
            <RowTh className="wrap-anywhere">
              {name ?? email}
              {name && <span className="caption block font-normal">{email}</span>}
            </RowTh>
            <Td>{role}</Td>
            <Td>
              <Moment at={since} />
            </Td>
          </Tr>
        ))}
        {invitations.map(({ id, email, role, createdAt }) => (
          <Tr key={id}>
            <RowTh className="wrap-anywhere">{email}</RowTh>
            <Td>{role}, invited</Td>
            <Td>
              <Moment at={createdAt} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
