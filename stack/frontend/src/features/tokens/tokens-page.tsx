import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { toast } from "sonner";
import { ConfirmDialog } from "@/components/confirm-dialog.tsx";
import { Message } from "@/components/message.tsx";
import { PageHeader } from "@/components/page-header.tsx";
import { QueryState } from "@/components/query-state.tsx";
import { TimeAgo } from "@/components/time-ago.tsx";
import { Badge } from "@/components/ui/badge.tsx";
import { Button } from "@/components/ui/button.tsx";
import { siteQuery } from "@/features/site/api.ts";
import { revokeToken, type Token, tokensQuery } from "@/features/tokens/api.ts";
import { NewTokenDialog } from "@/features/tokens/new-token-dialog.tsx";
import { scopeLabel } from "@/features/tokens/scopes.ts";
import { useDocumentTitle } from "@/lib/document-title.ts";
import { dayOf } from "@/lib/time.ts";

export function TokensPage() {
  const { data: site } = useQuery(siteQuery);
  const tokens = useQuery(tokensQuery);
  const queryClient = useQueryClient();
  const [making, setMaking] = useState(false);
  const [revoking, setRevoking] = useState<Token | null>(null);
  useDocumentTitle("Tokens", site?.title ?? "");

  return (
    <div className="mx-auto max-w-5xl">
      <PageHeader title="Tokens">
        <Button variant="primary" onClick={() => setMaking(true)}>
          <Plus aria-hidden />
          New token
        </Button>
      </PageHeader>
      <p className="mt-4 max-w-2xl text-muted">
        For programs that read or write this site by its{" "}
        <a className="underline underline-offset-4" href="/api/docs">
          API
        </a>
        . Each may what you let it, for as long as you say.
      </p>
      <QueryState query={tokens} what="tokens">
        {(list) =>
          list.length === 0 ? (
            <div className="mt-10 border-ink border-t pt-10">
              <Message title="No program has a token">
                <p className="text-muted">
                  Make one when an import, an app or a script should work with this site.
                </p>
              </Message>
            </div>
          ) : (
            <ul className="mt-8 border-ink border-t">
              {list.map((token) => (
                <TokenRow key={token.id} token={token} onRevoke={() => setRevoking(token)} />
              ))}
            </ul>
          )
        }
      </QueryState>
      <NewTokenDialog open={making} onClose={() => setMaking(false)} />
      <ConfirmDialog
        open={revoking !== null}
        onClose={() => setRevoking(null)}
        title={`Revoke “${revoking?.name ?? ""}”?`}
        description="What uses it is shut out at once. This cannot be undone."
        confirm="Revoke"
        run={async () => {
          if (!revoking) return;
          await revokeToken(revoking.id);
          toast.success(`“${revoking.name}” is worth nothing any more`);
          await queryClient.invalidateQueries({ queryKey: tokensQuery.queryKey });
        }}
      />
    </div>
  );
}

function TokenRow({ token, onRevoke }: { token: Token; onRevoke: () => void }) {
  const expired = token.expiresAt !== null && new Date(token.expiresAt) <= new Date();
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 border-rule border-b py-4">
      <div className="min-w-0 flex-1 basis-72">
        <p className="font-display text-[1.375rem] leading-snug [overflow-wrap:anywhere]">
          {token.name} {expired && <Badge tone="warn">Expired</Badge>}
        </p>
        <p className="mt-0.5 text-muted text-sm">
          <code>{token.hint}…</code>
          <span aria-hidden> · </span>
          made by {token.user.name} <TimeAgo iso={token.createdAt} />
          <span aria-hidden> · </span>
          {token.lastUsedAt ? (
            <>
              used <TimeAgo iso={token.lastUsedAt} />
            </>
          ) : (
            "never used"
          )}
          {token.expiresAt && !expired && (
            <>
              <span aria-hidden> · </span>
              until {dayOf(token.expiresAt)}
            </>
          )}
        </p>
        <ul aria-label="May" className="mt-2 flex flex-wrap gap-1.5">
          {token.scopes.map((scope) => (
            <li key={scope}>
              <Badge tone="idle">{scopeLabel(scope)}</Badge>
            </li>
          ))}
        </ul>
      </div>
      <Button size="sm" onClick={onRevoke}>
        Revoke<span className="sr-only"> {token.name}</span>
      </Button>
    </li>
  );
}
