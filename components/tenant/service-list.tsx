import type { ReactNode } from "react";
import { CopyButton } from "@/components/ui/copy-button.tsx";
import { RowTh, Table, Td, Th, Tr } from "@/components/ui/table.tsx";
import type { StackService } from "@/lib/tenants/stack-detail.ts";

const stateTone: Readonly<Record<string, string>> = {
  running: "text-ok",
  starting: "text-busy",
  stopped: "text-idle",
  missing: "text-bad",
};

interface ServiceListProps {
  services: readonly StackService[];
  /** What can be done with one; left out for those who only look. */
  action?: (service: string) => ReactNode;
}

export function ServiceList({ services, action }: ServiceListProps) {
  if (services.length === 0) return <p className="text-ink-muted">Nothing has been made yet.</p>;
  return (
    <Table caption="Services">
      <thead>
        <tr>
          <Th>Service</Th>
          <Th>State</Th>
          <Th>Address</Th>
          <Th>Container</Th>
          {action && (
            <Th>
              <span className="sr-only">Actions</span>
            </Th>
          )}
        </tr>
      </thead>
      <tbody>
        {services.map(({ name, state, address, containerId }) => (
          <Tr key={name} className="*:align-middle">
            <RowTh>{name}</RowTh>
            <Td className={stateTone[state ?? ""] ?? "text-ink-muted"}>{state ?? "not seen yet"}</Td>
            <Td className="font-mono text-[0.875rem]">{address ?? "–"}</Td>
            <Td className="font-mono text-[0.875rem] whitespace-nowrap">
              {containerId ? (
                <>
                  <span title={containerId}>{containerId.slice(0, 12)}</span>{" "}
                  <CopyButton compact text={containerId} what={`the id of ${name}’s container`} />
                </>
              ) : (
                "–"
              )}
            </Td>
            {action && <Td className="text-right">{action(name)}</Td>}
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
