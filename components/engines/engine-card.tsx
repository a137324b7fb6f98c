import type { ReactNode } from "react";
import { bytes } from "@/components/client/amounts.ts";
import { Badge } from "@/components/ui/badge.tsx";
import { DescriptionList } from "@/components/ui/description-list.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { StaleBadge } from "@/components/ui/stale-badge.tsx";
import { Moment, TimeAgo } from "@/components/ui/time-ago.tsx";
import type { EngineRow } from "@/lib/tenants/list-engines.ts";

import { Meter } from "./meter.tsx";

interface EngineCardProps {
  engine: EngineRow;
  now: Date;
  /** Cordon or uncordon, for who may. */
  action: ReactNode;
}

/** The sweep looks every 30 s; figures older than three of them may be wrong. Milliseconds. */
const staleMs = 90_000;

const free = (left: number, total: number): string =>
  `${bytes(total - left)} used, ${bytes(left)} free of ${bytes(total)}`;
const count = (value: number): string => value.toLocaleString("en");

/** One engine as the worker last saw it. */
export function EngineCard({ engine, now, action }: EngineCardProps) {
  const { capacity, cordon } = engine;
  const isStale = engine.lastSeenAt === null || now.getTime() - engine.lastSeenAt.getTime() > staleMs;
  return (
    <article aria-labelledby={`engine-${engine.id}`} className="border-t border-rule py-6">
      <div className="mb-5 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <h3 id={`engine-${engine.id}`} className="text-xl">
            {engine.id}
          </h3>
          {cordon ? <Badge tone="warn">Cordoned</Badge> : !isStale && <Badge tone="ok">Takes new stacks</Badge>}
          {isStale && <StaleBadge since={engine.lastSeenAt} now={now} />}
        </div>
        {action}
      </div>
      <div className="mb-5 grid gap-3 empty:hidden">
        {cordon !== null && (
          <Notice tone="warn" title="Nothing new goes here.">
            {cordon !== "unknown" && (
              <p>
                Cordoned by {cordon.by} on <Moment at={cordon.at} />
                {cordon.reason ? `: ${cordon.reason}` : "."}
              </p>
            )}
          </Notice>
        )}
        {engine.lastError && (
          <Notice tone="bad" title="The last look failed.">
            <p>{engine.lastError}</p>
          </Notice>
        )}
      </div>
      <div className="mb-6 grid gap-x-12 gap-y-4 sm:grid-cols-3">
        {capacity?.memoryFreeBytes != null && (
          <Meter
            label="Memory"
            used={capacity.memoryBytes - capacity.memoryFreeBytes}
            total={capacity.memoryBytes}
            text={free(capacity.memoryFreeBytes, capacity.memoryBytes)}
          />
        )}
        {capacity?.diskBytes != null && capacity.diskFreeBytes != null && (
          <Meter
            label="Disk"
            used={capacity.diskBytes - capacity.diskFreeBytes}
            total={capacity.diskBytes}
            text={free(capacity.diskFreeBytes, capacity.diskBytes)}
          />
        )}
        <Meter
          label="Subnets"
          used={engine.subnetsUsed}
          total={engine.subnetsTotal}
          text={`${count(engine.subnetsTotal - engine.subnetsUsed)} free of ${count(engine.subnetsTotal)}`}
        />
      </div>
      <DescriptionList
        entries={[
          [
            "Stacks",
            `${count(engine.stacks)}, ${count(engine.stacksRunning)} running${engine.stacksFailed > 0 ? `, ${count(engine.stacksFailed)} failed` : ""}`,
          ],
          ["Cores", capacity ? count(capacity.cores) : "not seen yet"],
          // What is free, only the engine's own host knows; then there is no meter above.
          ...(capacity !== null && capacity.memoryFreeBytes === null
            ? [["Memory", bytes(capacity.memoryBytes)] as const]
            : []),
          ["Docker Engine", engine.dockerVersion ?? "not seen yet"],
          ["Last seen", engine.lastSeenAt ? <TimeAgo key="seen" at={engine.lastSeenAt} now={now} /> : "never"],
          ["Endpoint", engine.endpoint],
          ["Subnet pool", engine.subnetPool],
        ]}
      />
    </article>
  );
}
