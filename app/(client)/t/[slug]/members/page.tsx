import type { Metadata } from "next";
import { InvitationActions, InviteMemberForm, MemberActions } from "@/components/client/member-forms.tsx";
import { memberRoles } from "@/components/client/member-roles.ts";
import { ActionsTh, PersonTh } from "@/components/people/people-table.tsx";
import { Section } from "@/components/ui/section.tsx";
import { RowTh, Table, Td, Th, Tr } from "@/components/ui/table.tsx";
import { moment } from "@/components/ui/time.ts";
import { tenantPage } from "@/lib/auth/with-tenant.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { listMembers, type Member } from "@/lib/tenants/list-members.ts";
import { changeMember, invite, revokeInvitation } from "../actions.ts";
import { TenantShell } from "../tenant-shell.tsx";

interface Props {
  params: Promise<{ slug: string }>;
}

export const metadata: Metadata = { title: "Members" };

export default tenantPage<Props>("members.read", async (context) => {
  const { slug, session, role, may, isViewing } = context;
  const { members, invitations } = await listMembers(portalDb(), context.tenantId);
  const manages = may("members.manage") && !isViewing;
  const owners = members.filter((member) => member.role === "owner").length;
  const canChange = (member: Member): boolean =>
    manages && (member.role !== "owner" || (role === "owner" && owners > 1));
  return (
    <TenantShell context={context}>
      {() => (
        <>
          <Section
            id="members"
            title="Members"
            className="mt-0"
            subtitle="Who may see these pages, and sign in to the CMS from here."
          >
            <Table caption="Members">
              <thead>
                <tr>
                  <Th>Name</Th>
                  <Th>Role</Th>
                  <Th className="max-sm:hidden">Since</Th>
                  {manages && <ActionsTh />}
                </tr>
              </thead>
              <tbody>
                {members.map((member) => (
                  <Tr key={member.userId}>
                    <PersonTh name={member.name} email={member.email} isYou={member.email === session.user.email} />
                    <Td>{memberRoles[member.role].name}</Td>
                    <Td className="whitespace-nowrap max-sm:hidden">{moment(member.since)}</Td>
                    {manages && (
                      <Td>
                        {canChange(member) && (
                          <MemberActions
                            // Another role, changed elsewhere, is another control.
                            key={member.role}
                            slug={slug}
                            userId={member.userId}
                            who={member.name ?? member.email}
                            role={member.role}
                            mayMakeOwners={role === "owner"}
                            change={changeMember}
                          />
                        )}
                      </Td>
                    )}
                  </Tr>
                ))}
              </tbody>
            </Table>
          </Section>
          {invitations.length > 0 && (
            <Section id="invitations" title="Invited, not here yet">
              <Table caption="Invitations that wait for an answer">
                <thead>
                  <tr>
                    <Th>Address</Th>
                    <Th>Role</Th>
                    <Th>Good until</Th>
                    {manages && <ActionsTh />}
                  </tr>
                </thead>
                <tbody>
                  {invitations.map((invitation) => (
                    <Tr key={invitation.id}>
                      <RowTh className="min-w-40 wrap-anywhere">{invitation.email}</RowTh>
                      <Td>{memberRoles[invitation.role].name}</Td>
                      <Td className="whitespace-nowrap">{moment(invitation.expiresAt)}</Td>
                      {manages && (
                        <Td>
                          {(invitation.role !== "owner" || role === "owner") && (
                            <InvitationActions
                              slug={slug}
                              id={invitation.id}
                              email={invitation.email}
                              role={invitation.role}
                              invite={invite}
                              revoke={revokeInvitation}
                            />
                          )}
                        </Td>
                      )}
                    </Tr>
                  ))}
                </tbody>
              </Table>
            </Section>
          )}
          {manages && (
            <Section
              id="invite"
              title="Invite somebody"
              subtitle="They get a mail with a link that is for their address alone, works once, and is good for seven days."
            >
              <InviteMemberForm slug={slug} mayMakeOwners={role === "owner"} invite={invite} />
            </Section>
          )}
        </>
      )}
    </TenantShell>
  );
});
