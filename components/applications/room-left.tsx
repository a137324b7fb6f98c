import { StaleBadge } from "@/components/ui/stale-badge.tsx";
import type { Room } from "@/lib/tenants/read-room.ts";

interface RoomLeftProps {
  room: readonly Room[];
  /** How many applications wait. */
  waiting: number;
  now: Date;
}

/** The worker looks at every engine each 30 seconds. Milliseconds. */
const staleMs = 90_000;
const number = (value: number): string => value.toLocaleString("en");

/** What a new client takes, and what is left of it. */
export function RoomLeft({ room, waiting, now }: RoomLeftProps) {
  return (
    <section aria-label="Room for new clients" className="mb-8 border-y border-rule py-4 text-[0.9375rem]">
      <p className="text-ink-muted">A new client takes about 70 MiB of memory and one network.</p>
      <ul className="mt-1.5 grid gap-1">
        {room.map(({ region, regionName, byMemory, byNetworks, seenAt }) => {
          const left = Math.min(byMemory ?? byNetworks, byNetworks);
          const isStale = seenAt === null || now.getTime() - seenAt.getTime() > staleMs;
          return (
            <li key={region} className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
              <span>
                {regionName} has room for{" "}
                <strong className={`font-medium ${left < waiting ? "text-bad" : ""}`}>{number(left)} more</strong>
              </span>
              <span className="caption">
                {byMemory === null ? "free memory unknown" : `memory for ${number(byMemory)}`}, {number(byNetworks)}{" "}
                free networks
              </span>
              {isStale && <StaleBadge since={seenAt} now={now} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
