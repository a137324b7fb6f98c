import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { CheckList } from "@/components/check-list.tsx";
import { CopyField } from "@/components/copy-field.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Dialog } from "@/components/ui/dialog.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { Select } from "@/components/ui/select.tsx";
import { useUser } from "@/features/session/use-user.ts";
import { createToken, type NewToken, tokensQuery } from "@/features/tokens/api.ts";
import { scopesToGive } from "@/features/tokens/scopes.ts";
import { ApiError, messageOf } from "@/lib/api-error.ts";

const lifetimes = [
  { days: 30, label: "30 days" },
  { days: 90, label: "90 days" },
  { days: 365, label: "One year" },
  { days: 0, label: "Until it is revoked" },
] as const;

const day = 24 * 60 * 60 * 1000;

type NewTokenDialogProps = { open: boolean; onClose: () => void };

export function NewTokenDialog({ open, onClose }: NewTokenDialogProps) {
  const [made, setMade] = useState<NewToken | null>(null);
  const close = () => {
    setMade(null);
    onClose();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        if (!next) close();
      }}
      title={made ? "Copy the token now" : "New token"}
      description={
        made
          ? "It is not shown again: only a hash of it is kept."
          : "It acts for you, and never with more than your role allows at that moment."
      }
    >
      {made ? <Made token={made} onClose={close} /> : <Form onMade={setMade} />}
    </Dialog>
  );
}

function Form({ onMade }: { onMade: (token: NewToken) => void }) {
  const { permissions } = useUser();
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState<readonly string[]>([]);
  const [days, setDays] = useState(90);
  const queryClient = useQueryClient();
  const create = useMutation({
    mutationFn: createToken,
    onSuccess: (token) => {
      onMade(token);
      return queryClient.invalidateQueries({ queryKey: tokensQuery.queryKey });
    },
  });
  const fields = create.error instanceof ApiError ? create.error.fields : {};
  return (
    <form
      className="mt-6 grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        const expiresAt = days ? new Date(Date.now() + days * day).toISOString() : null;
        create.mutate({ name, scopes, expiresAt });
      }}
    >
      <Field label="What is it for?" error={fields.name}>
        {(control) => (
          <Input
            {...control}
            required
            maxLength={120}
            placeholder="Nightly import"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <CheckList
        legend="What it may do"
        choices={scopesToGive(permissions)}
        chosen={scopes}
        onChange={setScopes}
        error={fields.scopes}
      />
      <Field label="Good for" error={fields.expiresAt}>
        {(control) => (
          <Select
            {...control}
            value={days}
            onChange={(event) => setDays(Number(event.target.value))}
          >
            {lifetimes.map((each) => (
              <option key={each.days} value={each.days}>
                {each.label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {create.error && Object.keys(fields).length === 0 && (
        <Notice tone="bad">{messageOf(create.error)}</Notice>
      )}
      <div>
        <Button
          type="submit"
          variant="primary"
          busy={create.isPending}
          disabled={scopes.length === 0}
        >
          Make the token
        </Button>
      </div>
    </form>
  );
}

function Made({ token, onClose }: { token: NewToken; onClose: () => void }) {
  return (
    <div className="mt-6 grid gap-5">
      <CopyField label="Token" value={token.token} />
      <p className="text-muted text-sm">
        A program sends it with each request to this site’s <code>/api</code>, in the header{" "}
        <code className="[overflow-wrap:anywhere]">Authorization: Bearer {token.hint}…</code>
      </p>
      <div>
        <Button variant="primary" onClick={onClose}>
          I have copied it
        </Button>
      </div>
    </div>
  );
}
