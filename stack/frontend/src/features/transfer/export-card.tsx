import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Package } from "lucide-react";
import { useId, useState } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button.tsx";
import { exportSite, transferKey } from "@/features/transfer/api.ts";
import { messageOf } from "@/lib/api-error.ts";

export function ExportCard() {
  const heading = useId();
  const [revisions, setRevisions] = useState(false);
  const queryClient = useQueryClient();
  const begin = useMutation({
    mutationFn: () => exportSite(revisions),
    onError: (error) => toast.error(messageOf(error)),
    onSettled: () => queryClient.invalidateQueries({ queryKey: transferKey }),
  });
  return (
    <section aria-labelledby={heading} className="rounded border border-rule bg-raised p-5 sm:p-6">
      <h2 id={heading} className="font-display text-[1.75rem] leading-tight">
        Export
      </h2>
      <p className="mt-2 text-muted">
        Everything on this site as one .zip: pages, posts and drafts, pictures and files, settings.
        Nobody’s password or token is in it; authors stand in it by name and address.
      </p>
      <label className="mt-4 flex cursor-pointer items-start gap-2.5">
        <input
          type="checkbox"
          className="mt-1 size-4 shrink-0 accent-green"
          checked={revisions}
          onChange={(event) => setRevisions(event.target.checked)}
        />
        <span className="text-[0.9375rem]">With every earlier version</span>
      </label>
      <div className="mt-5">
        <Button busy={begin.isPending} onClick={() => begin.mutate()}>
          <Package aria-hidden />
          Export the site
        </Button>
      </div>
    </section>
  );
}
