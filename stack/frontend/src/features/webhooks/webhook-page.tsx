import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { ArrowLeft } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { ConfirmDialog } from "@/components/confirm-dialog.tsx";
import { CopyField } from "@/components/copy-field.tsx";
import { PageHeader } from "@/components/page-header.tsx";
import { QueryState } from "@/components/query-state.tsx";
import { Badge } from "@/components/ui/badge.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { useUser } from "@/features/session/use-user.ts";
import { siteQuery } from "@/features/site/api.ts";
import {
  deleteWebhook,
  renewSecret,
  saveWebhook,
  sendTest,
  type WebhookDetail,
  webhookQuery,
  webhooksKey,
} from "@/features/webhooks/api.ts";
import { Deliveries } from "@/features/webhooks/deliveries.tsx";
import { eventLabel } from "@/features/webhooks/events.ts";
import { pick, WebhookDialog } from "@/features/webhooks/webhook-dialog.tsx";
import { messageOf } from "@/lib/api-error.ts";
import { useDocumentTitle } from "@/lib/document-title.ts";

const route = getRouteApi("/signed-in/shell/webhooks/$webhookId");

export function WebhookPage() {
  const { webhookId } = route.useParams();
  const webhook = useQuery(webhookQuery(webhookId));
  return (
    <div className="mx-auto max-w-5xl">
      <Link
        to="/webhooks"
        className="mb-4 inline-flex items-center gap-1.5 text-muted text-sm underline-offset-4 hover:text-ink hover:underline"
      >
        <ArrowLeft aria-hidden className="size-4" />
        All webhooks
      </Link>
      <QueryState query={webhook} what="webhook">
        {(data) => <One webhook={data} />}
      </QueryState>
    </div>
  );
}

function One({ webhook }: { webhook: WebhookDetail }) {
  const { data: site } = useQuery(siteQuery);
  const { demo } = useUser();
  const [asking, setAsking] = useState<"change" | "delete" | "secret" | null>(null);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  useDocumentTitle(webhook.name, site?.title ?? "");

  const refresh = () => queryClient.invalidateQueries({ queryKey: webhooksKey });
  const test = useMutation({
    mutationFn: () => sendTest(webhook.id),
    onError: (error) => toast.error(messageOf(error)),
    onSettled: refresh,
  });
  const onOff = useMutation({
    mutationFn: () => saveWebhook(webhook.id, { ...pick(webhook), active: !webhook.active }),
    onError: (error) => toast.error(messageOf(error)),
    onSettled: refresh,
  });
  const close = () => setAsking(null);

  return (
    <>
      <PageHeader title={webhook.name}>
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => setAsking("change")}>Change</Button>
          <Button busy={onOff.isPending} onClick={() => onOff.mutate()}>
            {webhook.active ? "Switch off" : "Switch on"}
          </Button>
          <Button onClick={() => setAsking("delete")}>Delete</Button>
        </div>
      </PageHeader>
      {webhook.stoppedWhy ? (
        <Notice tone="warn" title="It was switched off" className="mt-6">
          {webhook.stoppedWhy}
        </Notice>
      ) : (
        !webhook.active && (
          <Notice tone="info" className="mt-6">
            It is switched off: what happens in the meantime is not sent later.
          </Notice>
        )
      )}
      <dl className="mt-8 grid gap-x-6 gap-y-4 border-ink border-t pt-6 sm:grid-cols-[8rem_minmax(0,1fr)]">
        <dt className="font-medium">Address</dt>
        <dd className="text-muted [overflow-wrap:anywhere] max-sm:-mt-3">{webhook.url}</dd>
        <dt className="font-medium">Is told of</dt>
        <dd className="max-sm:-mt-3">
          <ul className="flex flex-wrap gap-1.5">
            {webhook.events.map((event) => (
              <li key={event}>
                <Badge tone="idle">{eventLabel(event)}</Badge>
              </li>
            ))}
          </ul>
        </dd>
      </dl>
      <section className="mt-10 max-w-2xl">
        <h2 className="font-display text-2xl">Signature</h2>
        <p className="mt-2 text-muted">
          The receiver checks with this secret that a message comes from here, as{" "}
          <a
            href="https://www.standardwebhooks.com"
            target="_blank"
            rel="noreferrer"
            className="text-green underline underline-offset-4"
          >
            Standard Webhooks
          </a>{" "}
          describes it; most languages have a library.
        </p>
        <div className="mt-4 grid gap-3">
          <CopyField label="Signing secret" value={webhook.secret} />
          <div>
            <Button size="sm" onClick={() => setAsking("secret")}>
              Make a new secret
            </Button>
          </div>
        </div>
      </section>
      <section className="mt-12">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h2 className="font-display text-2xl">What was sent</h2>
          <Button
            size="sm"
            busy={test.isPending}
            disabled={!webhook.active || demo !== null}
            onClick={() => test.mutate()}
          >
            Send a test message
          </Button>
        </div>
        <Deliveries webhookId={webhook.id} replayable={webhook.active && demo === null} />
      </section>
      <WebhookDialog
        open={asking === "change"}
        webhook={webhook}
        onClose={close}
        onSaved={() => {
          toast.success("Webhook saved");
          close();
        }}
      />
      <ConfirmDialog
        open={asking === "secret"}
        onClose={close}
        title="Make a new secret?"
        description="The one there is ends at once: the receiver refuses messages until it knows the new one."
        confirm="Make a new one"
        run={async () => {
          await renewSecret(webhook.id);
          toast.success("There is a new secret");
          await refresh();
        }}
      />
      <ConfirmDialog
        open={asking === "delete"}
        onClose={close}
        title={`Delete “${webhook.name}”?`}
        description="Nothing is sent any more, and the log of what was sent goes too."
        confirm="Delete"
        run={async () => {
          await deleteWebhook(webhook.id);
          toast.success(`“${webhook.name}” is gone`);
          await navigate({ to: "/webhooks" });
          await refresh();
        }}
      />
    </>
  );
}
