import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { CheckList } from "@/components/check-list.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import {
  createWebhook,
  saveWebhook,
  type WebhookDetail,
  type WebhookFields,
  webhooksKey,
} from "@/features/webhooks/api.ts";
import { eventChoices } from "@/features/webhooks/events.ts";
import { ApiError, messageOf } from "@/lib/api-error.ts";

type WebhookDialogProps = {
  open: boolean;
  /** The one to change; without it a new one is made. */
  webhook?: WebhookDetail;
  onClose: () => void;
  onSaved: (webhook: WebhookDetail) => void;
};

export function WebhookDialog({ open, webhook, onClose, onSaved }: WebhookDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      title={webhook ? "Change the webhook" : "New webhook"}
      description="An address on the Internet that is told, within a second, what happened here."
    >
      <Form webhook={webhook} onSaved={onSaved} />
    </Dialog>
  );
}

const empty: WebhookFields = { name: "", url: "", events: ["entry.published"], active: true };

type FormProps = {
  webhook: WebhookDetail | undefined;
  onSaved: (webhook: WebhookDetail) => void;
};

function Form({ webhook, onSaved }: FormProps) {
  const [fields, setFields] = useState<WebhookFields>(() =>
    webhook ? { ...pick(webhook), active: true } : empty,
  );
  const set = (change: Partial<WebhookFields>) => setFields((now) => ({ ...now, ...change }));
  const queryClient = useQueryClient();
  const save = useMutation({
    mutationFn: () => (webhook ? saveWebhook(webhook.id, fields) : createWebhook(fields)),
    onSuccess: async (saved) => {
      await queryClient.invalidateQueries({ queryKey: webhooksKey });
      onSaved(saved);
    },
  });
  const errors = save.error instanceof ApiError ? save.error.fields : {};
  return (
    <form
      className="mt-6 grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Field label="Name" error={errors.name}>
        {(control) => (
          <Input
            {...control}
            required
            maxLength={120}
            placeholder="Search index"
            value={fields.name}
            onChange={(event) => set({ name: event.target.value })}
          />
        )}
      </Field>
      <Field
        label="Address"
        error={errors.url}
        hint="Private networks are never reached, whatever the name leads to; redirects are not followed."
      >
        {(control) => (
          <Input
            {...control}
            required
            type="url"
            inputMode="url"
            spellCheck={false}
            placeholder="https://example.com/hooks/site"
            value={fields.url}
            onChange={(event) => set({ url: event.target.value })}
          />
        )}
      </Field>
      <CheckList
        legend="Tell it when"
        choices={eventChoices}
        chosen={fields.events}
        onChange={(events) => set({ events })}
        error={errors.events}
      />
      {webhook && !webhook.active && (
        <Notice tone="info">Saving switches it on again, with a clean slate.</Notice>
      )}
      {save.error && Object.keys(errors).length === 0 && (
        <Notice tone="bad">{messageOf(save.error)}</Notice>
      )}
      <div>
        <Button
          type="submit"
          variant="primary"
          busy={save.isPending}
          disabled={fields.events.length === 0}
        >
          {webhook ? "Save" : "Make the webhook"}
        </Button>
      </div>
    </form>
  );
}

export const pick = ({ name, url, events, active }: WebhookDetail): WebhookFields => ({
  name,
  url,
  events,
  active,
});
