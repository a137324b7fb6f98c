import { duration, moment } from "@/components/ui/time.ts";
import type { StackOperation } from "@/lib/tenants/stack-detail.ts";

/** What was done to the stack, run by run, and what made it necessary. */
export function OperationList({ operations }: { operations: readonly StackOperation[] }) {
  if (operations.length === 0) return <p className="text-ink-muted">Nothing has been done yet.</p>;
  return (
    <div className="flex flex-col gap-8">
      {byRun(operations).map(({ runId, startedAt, list }) => (
        <div key={runId}>
          <h3 className="caption font-body tracking-normal">
            <time dateTime={startedAt.toISOString()}>{moment(startedAt)}</time>
          </h3>
          <ol className="mt-2 border-t border-rule">
            {list.map((operation) => (
              <li
                key={operation.id}
                className="grid grid-cols-[1fr_auto] gap-x-6 border-b border-rule py-2.5 sm:grid-cols-[minmax(12rem,1fr)_2fr_6rem]"
              >
                <span className="font-medium">
                  {operation.kind.replaceAll("-", " ")}{" "}
                  <span className="font-normal text-ink-muted">{operation.target}</span>
                </span>
                <span className="order-last col-span-2 text-ink-muted sm:order-none sm:col-span-1">
                  {operation.cause}
                  {operation.errorCode && (
                    <span className="block wrap-anywhere text-bad">
                      Failed: {operation.errorDetail ?? operation.errorCode.replaceAll("_", " ")}
                    </span>
                  )}
                </span>
                <span className="text-right whitespace-nowrap text-ink-muted tabular-nums">
                  {operation.endedAt
                    ? duration(operation.endedAt.getTime() - operation.startedAt.getTime())
                    : "under way"}
                </span>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </div>
  );
}

interface Run {
  readonly runId: string;
  readonly startedAt: Date;
  readonly list: StackOperation[];
}

/** Newest run first; inside a run in the order they were begun. */
function byRun(operations: readonly StackOperation[]): Run[] {
  const runs = new Map<string, StackOperation[]>();
  for (const operation of operations) runs.set(operation.runId, [operation, ...(runs.get(operation.runId) ?? [])]);
  return [...runs].flatMap(([runId, list]) => (list[0] ? [{ runId, startedAt: list[0].startedAt, list }] : []));
}
