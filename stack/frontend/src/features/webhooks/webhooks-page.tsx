import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useState } from "react";
import { Message } from "@/components/message.tsx";
import { PageHeader } from "@/components/page-header.tsx";
import { QueryState } from "@/components/query-state.tsx";
import { TimeAgo } from "@/components/time-ago.tsx";
import { Badge } from "@/components/ui/badge.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { useUser } from "@/features/session/use-user.ts";
import { siteQuery } from "@/features/site/api.ts";
import { type Webhook, webhooksQuery } from "@/features/webhooks/api.ts";
import { DeliveryBadge } from "@/features/webhooks/delivery-badge.tsx";
import { WebhookDialog } from "@/features/webhooks/webhook-dialog.tsx";
import { useDocumentTitle } from "@/lib/document-title.ts";

export function WebhooksPage() {
  const { data: site } = useQuery(siteQuery);
  const { demo } = useUser();
  const webhooks = useQuery(webhooksQuery);
  const [making, setMaking] = useState(false);
  const navigate = useNavigate();
  useDocumentTitle("Webhooks", site?.title ?? "");

  return (
    <div className="mx-auto max-w-5xl">
      <PageHeader title="Webhooks">
        <Button variant="primary" onClick={() => setMaking(true)}>
          <Plus aria-hidden />
          New webhook
        </Button>
      </PageHeader>
      <p className="mt-4 max-w-2xl text-muted">
        Other programs that are told at once when something happens here: a search index, a chat, a
        build. Every message is signed.
      </p>
      {demo && (
        <Notice tone="info" className="mt-6">
          This is a demo: webhooks can be set up, but nothing is sent.
        </Notice>
      )}
      <QueryState query={webhooks} what="webhooks">
        {(list) =>
          list.length === 0 ? (
            <div className="mt-10 border-ink border-t pt-10">
              <Message title="Nobody is told yet">
                <p className="text-muted">
                  Give the address of a program that should know when a page is published.
                </p>
              </Message>
            </div>
          ) : (
            <ul className="mt-8 border-ink border-t">
              {list.map((webhook) => (
                <WebhookRow key={webhook.id} webhook={webhook} />
              ))}
            </ul>
          )
        }
      </QueryState>
      <WebhookDialog
        open={making}
        onClose={() => setMaking(false)}
        onSaved={({ id }) =>
          void navigate({ to: "/webhooks/$webhookId", params: { webhookId: id } })
        }
      />
    </div>
  );
}

function WebhookRow({ webhook }: { webhook: Webhook }) {
  const { id, name, url, active, stoppedWhy, lastDelivery } = webhook;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-rule border-b py-4">
      <div className="min-w-0 flex-1 basis-72">
        <Link
          to="/webhooks/$webhookId"
          params={{ webhookId: id }}
          className="font-display text-[1.375rem] leading-snug underline-offset-4 [overflow-wrap:anywhere] hover:underline"
        >
          {name}
        </Link>
        <p className="mt-0.5 truncate text-muted text-sm" title={url}>
          {url}
        </p>
        {stoppedWhy && <p className="mt-1 text-sm text-warn">{stoppedWhy}</p>}
      </div>
      <p className="flex items-center gap-2 text-muted text-sm">
        {active ? (
          lastDelivery ? (
            <>
              <DeliveryBadge status={lastDelivery.status} />
              <TimeAgo iso={lastDelivery.createdAt} />
            </>
          ) : (
            "nothing sent yet"
          )
        ) : (
          <Badge tone="warn">Switched off</Badge>
        )}
      </p>
    </li>
  );
}
