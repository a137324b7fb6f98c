import type { ReactNode } from "react";
import { StatusDot } from "@/components/ui/status-dot.tsx";
import type { ServiceStatus as Status } from "@/lib/tenants/read-service-status.ts";

/** How the service stands at this moment; null when nobody can tell. */
export function ServiceStatus({ status }: { readonly status: Status | null }) {
  if (status === null) {
    return (
      <p className="max-w-xl text-ink-muted">
        How the service stands cannot be told at the moment. Sites that run go on answering.
      </p>
    );
  }
  return (
    <dl className="border-t border-rule">
      <Row name="Setting up and looking after">
        {status.isWorking ? (
          <StatusDot tone="ok">Working</StatusDot>
        ) : (
          <StatusDot tone="warn">Waits; sites go on</StatusDot>
        )}
      </Row>
      <Row name="New sites">
        {status.takesNew ? (
          <StatusDot tone="ok">Set up at once</StatusDot>
        ) : (
          <StatusDot tone="warn">Set up a little later</StatusDot>
        )}
      </Row>
      {status.regions.map(({ name, isUp }, _, { length }) => (
        <Row key={name} name={length === 1 ? "The ground that sites stand on" : `Region: ${name}`}>
          {isUp ? <StatusDot tone="ok">Seen well</StatusDot> : <StatusDot tone="warn">Not seen for a while</StatusDot>}
        </Row>
      ))}
    </dl>
  );
}

function Row({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-6 border-b border-rule py-3">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
