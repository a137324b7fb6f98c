import { Check } from "lucide-react";
import { RowTh, Table, Td, Th, Tr } from "@/components/ui/table.tsx";
import { type AdminPermission, adminMay, adminPermissions, adminRoles } from "@/lib/domain/permissions.ts";
import { adminPermissionWords, adminRoleWords } from "./admin-role-words.ts";

/** What each role may do, from the table that the portal's doors ask. */
export function RoleTable() {
  return (
    <Table caption="What each role may do">
      <thead>
        <tr>
          <Th>May</Th>
          {adminRoles.map((role) => (
            <Th key={role} className="text-center">
              {adminRoleWords[role].name}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {(Object.keys(adminPermissions) as AdminPermission[]).map((permission) => (
          <Tr key={permission}>
            <RowTh className="py-2 font-normal">{adminPermissionWords[permission]}</RowTh>
            {adminRoles.map((role) => (
              <Td key={role} className="py-2 text-center">
                {adminMay(role, permission) ? (
                  <>
                    <Check aria-hidden="true" strokeWidth={1.75} className="mx-auto size-4.5 text-green" />
                    <span className="sr-only">yes</span>
                  </>
                ) : (
                  <span className="text-ink-muted">
                    <span aria-hidden="true">–</span>
                    <span className="sr-only">no</span>
                  </span>
                )}
              </Td>
            ))}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
