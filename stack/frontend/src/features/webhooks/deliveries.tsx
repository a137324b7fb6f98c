import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { ChevronRight } from "lucide-react";
import { toast } from "sonner";
import { QueryState } from "@/components/query-state.tsx";
import { TimeAgo } from "@/components/time-ago.tsx";
import { Button } from "@/components/ui/button.tsx";
import {
  type Delivery,
  deliveriesQuery,
  replayDelivery,
  webhooksKey,
} from "@/features/webhooks/api.ts";
import { DeliveryBadge } from "@/features/webhooks/delivery-badge.tsx";
import { eventLabel } from "@/features/webhooks/events.ts";
import { messageOf } from "@/lib/api-error.ts";
import { clockTime, dayOf } from "@/lib/time.ts";

type DeliveriesProps = { webhookId: string; replayable: boolean };

/** The log of what was sent, the newest first; each line opens to show the message and the answer. */
export function Deliveries({ webhookId, replayable }: DeliveriesProps) {
  const list = useInfiniteQuery(deliveriesQuery(webhookId));
  const queryClient = useQueryClient();
  const replay = useMutation({
    mutationFn: replayDelivery,
    onSuccess: () => toast.success("It is on its way once more"),
    onError: (error) => toast.error(messageOf(error)),
    onSettled: () => queryClient.invalidateQueries({ queryKey: webhooksKey }),
  });
  return (
    <QueryState query={list} what="log">
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items);
        if (items.length === 0) return <p className="mt-4 text-muted">Nothing yet.</p>;
        return (
          <>
            <ul className="mt-4 border-ink border-t">
              {items.map((delivery) => (
                <DeliveryRow
                  key={delivery.id}
                  delivery={delivery}
                  replayable={replayable}
                  busy={replay.isPending && replay.variables === delivery.id}
                  onReplay={() => replay.mutate(delivery.id)}
                />
              ))}
            </ul>
            {list.hasNextPage && (
              <Button
                className="mt-6"
                busy={list.isFetchingNextPage}
                onClick={() => void list.fetchNextPage()}
              >
                Show more
              </Button>
            )}
          </>
        );
      }}
    </QueryState>
  );
}

type DeliveryRowProps = {
  delivery: Delivery;
  replayable: boolean;
  busy: boolean;
  onReplay: () => void;
};

function DeliveryRow({ delivery, replayable, busy, onReplay }: DeliveryRowProps) {
  const { status, attempts, error, dueAt, triedAt, response, milliseconds } = delivery;
  return (
    <li className="border-rule border-b">
      <details className="group">
        <summary className="flex cursor-pointer flex-wrap items-center gap-x-4 gap-y-1 py-3">
          <ChevronRight
            aria-hidden
            className="-mr-2 size-4 text-muted transition-transform group-open:rotate-90"
          />
          <span className="font-medium">{eventLabel(delivery.event)}</span>
          <DeliveryBadge status={status} retried={triedAt !== null} />
          <span className="text-muted text-sm">
            <TimeAgo iso={delivery.createdAt} />
            {error && (
              <>
                <span aria-hidden> · </span>
                {error}
              </>
            )}
          </span>
        </summary>
        <div className="grid gap-4 pb-5 text-[0.9375rem]">
          <p className="text-muted text-sm">
            {attempts} {attempts === 1 ? "attempt" : "attempts"}
            {milliseconds !== null && `, the last one took ${milliseconds} ms`}
            {status === "pending" && triedAt !== null && dueAt !== null && (
              <>
                ; the next one on {dayOf(dueAt)} at {clockTime(new Date(dueAt))}
              </>
            )}
            . Id <code className="[overflow-wrap:anywhere]">{delivery.messageId}</code>
          </p>
          <Text title="Message" text={indented(delivery.body)} />
          {response && <Text title={`Answer (${delivery.responseStatus})`} text={response} />}
          <div>
            <Button
              size="sm"
              busy={busy}
              disabled={!replayable || status === "pending"}
              onClick={onReplay}
            >
              Send it again
            </Button>
          </div>
        </div>
      </details>
    </li>
  );
}

function Text({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <h3 className="font-medium text-sm">{title}</h3>
      <pre className="mt-1 whitespace-pre-wrap rounded border border-rule bg-sunken p-3 text-[0.8125rem] leading-5 [overflow-wrap:anywhere]">
        {text}
      </pre>
    </div>
  );
}

/** As it was sent when it is not JSON after all. */
function indented(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
