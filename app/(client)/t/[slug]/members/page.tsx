import type { Metadata } from "next";
import {
  InvitationActions,
  InviteMemberForm,
  MemberRoleSelect,
  RemoveMember,
} from "@/components/client/member-forms.tsx";
import { memberRoles } from "@/components/client/member-roles.ts";
import { ActionsTh, PeopleTable, PersonTh } from "@/components/people/people-table.tsx";
import { Section } from "@/components/ui/section.tsx";
import { RowTh, Td, Th, Tr } from "@/components/ui/table.tsx";
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
            <PeopleTable caption="Members">
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
                    <Td>
                      {canChange(member) ? (
                        <MemberRoleSelect
                          // Another role, changed elsewhere, is another control.
                          key={member.role}
                          slug={slug}
                          userId={member.userId}
                          who={member.name ?? member.email}
                          role={member.role}
                          mayMakeOwners={role === "owner"}
                          change={changeMember}
                        />
                      ) : (
                        memberRoles[member.role].name
                      )}
                    </Td>
                    <Td className="whitespace-nowrap max-sm:hidden">{moment(member.since)}</Td>
                    {manages && (
                      <Td className="text-right">
                        {canChange(member) && (
                          <RemoveMember
                            slug={slug}
                            userId={member.userId}
                            who={member.name ?? member.email}
                            change={changeMember}
                          />
                        )}
                      </Td>
                    )}
                  </Tr>
                ))}
              </tbody>
            </PeopleTable>
          </Section>
          {invitations.length > 0 && (
            <Section id="invitations" title="Invited, not here yet">
              <PeopleTable caption="Invitations that wait for an answer">
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
              </PeopleTable>
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
