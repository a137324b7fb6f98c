import type { Metadata } from "next";
import { adminRoleWords } from "@/components/people/admin-role-words.ts";
import { InviteForm } from "@/components/people/invite-form.tsx";
import { AdminRoleSelect, RemoveAdmin, RevokeAdminInvitation } from "@/components/people/people-forms.tsx";
import { ActionsTh, PeopleTable, PersonTh } from "@/components/people/people-table.tsx";
import { RoleTable } from "@/components/people/role-table.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { Section } from "@/components/ui/section.tsx";
import { RowTh, Td, Th, Tr } from "@/components/ui/table.tsx";
import { Moment, TimeAgo } from "@/components/ui/time-ago.tsx";
import { adminPage } from "@/lib/auth/with-admin.ts";
import { adminMay } from "@/lib/domain/permissions.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { type Admin, listAdmins } from "@/lib/tenants/list-admins.ts";
import { changeRole, invite, remove, revoke } from "./actions.ts";

export const metadata: Metadata = { title: "People" };

export default adminPage<object>("people.read", async ({ user }) => {
  const now = new Date();
  const { admins, invitations } = await listAdmins(portalDb(), now);
  const manages = adminMay(user.adminRole, "people.manage");
  const owners = admins.filter(({ role }) => role === "owner").length;
  const canChange = ({ role }: Admin): boolean => manages && (role !== "owner" || owners > 1);
  return (
    <>
      <PageHeader title="People" subtitle="Who runs the fleet, and what each of them may do." />
      <Section id="admins" title="Admins" className="mt-0">
        <PeopleTable caption="Admins">
          <thead>
            <tr>
              <Th>Name</Th>
              <Th>Role</Th>
              <Th className="max-sm:hidden">Last seen</Th>
              {manages && <ActionsTh />}
            </tr>
          </thead>
          <tbody>
            {admins.map((admin) => (
              <Tr key={admin.id}>
                <PersonTh name={admin.name} email={admin.email} isYou={admin.id === user.id} />
                <Td>
                  {canChange(admin) ? (
                    <AdminRoleSelect
                      // Another role, changed elsewhere, is another control.
                      key={admin.role}
                      userId={admin.id}
                      who={admin.name ?? admin.email}
                      role={admin.role}
                      changeRole={changeRole}
                    />
                  ) : (
                    adminRoleWords[admin.role].name
                  )}
                </Td>
                <Td className="whitespace-nowrap max-sm:hidden">
                  {admin.lastSeenAt ? (
                    <TimeAgo at={admin.lastSeenAt} now={now} />
                  ) : (
                    <span className="text-ink-muted">never</span>
                  )}
                </Td>
                {manages && (
                  <Td className="text-right">
                    {canChange(admin) && (
                      <RemoveAdmin
                        userId={admin.id}
                        who={admin.name ?? admin.email}
                        isSelf={admin.id === user.id}
                        remove={remove}
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
              {invitations.map(({ id, email, role, expiresAt }) => (
                <Tr key={id}>
                  <RowTh className="min-w-48 wrap-anywhere">{email}</RowTh>
                  <Td>{adminRoleWords[role].name}</Td>
                  <Td className="whitespace-nowrap">
                    <Moment at={expiresAt} />
                  </Td>
                  {manages && (
                    <Td className="text-right">
                      <RevokeAdminInvitation id={id} email={email} revoke={revoke} />
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
          isBeside
          id="invite"
          title="Invite an admin"
          subtitle="They get a mail with a link that is for their address alone, works once, and is good for seven days."
        >
          <InviteForm roles={["operator", "auditor", "owner"]} words={adminRoleWords} invite={invite} />
        </Section>
      )}
      <Section id="roles" title="What each role may do" subtitle="The last owner can neither be removed nor demoted.">
        <RoleTable />
      </Section>
    </>
  );
});
