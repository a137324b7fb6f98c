import { moment } from "@/components/ui/time.ts";

/** Said when nobody looks after the fleet: what is shown may be old, and nothing is carried out. */
export function WorkerAway({ lastBeatAt }: { lastBeatAt: Date | null }) {
  return (
    <div role="status" className="mb-8 border-l-2 border-warn bg-warn-soft px-4 py-3 text-[0.9375rem]">
      <p className="font-medium">
        {lastBeatAt === null ? "No worker has run yet." : `The worker has been silent since ${moment(lastBeatAt)}.`}
      </p>
      <p>
        What you see may be out of date, and changes wait until <code className="font-mono">./freehold up</code> starts
        it again. Clients’ sites go on answering.
      </p>
    </div>
  );
}
