import { useMutation } from "@tanstack/react-query";
import { CopyField } from "@/components/copy-field.tsx";
import { Button } from "@/components/ui/button.tsx";
import { makePreviewLink } from "@/features/entries/api.ts";
import { messageOf } from "@/lib/api-error.ts";
import { fullTime } from "@/lib/time.ts";

/** A link for somebody who does not sign in. */
export function PreviewLink({ entryId }: { entryId: string }) {
  const link = useMutation({ mutationFn: () => makePreviewLink(entryId) });
  if (link.data) {
    return (
      <CopyField
        label="Link for previewing"
        value={link.data.url}
        hint={`Whoever has it sees this as it is saved here, until ${fullTime(link.data.expiresAt)}.`}
      />
    );
  }
  return (
    <div>
      <Button size="sm" busy={link.isPending} onClick={() => link.mutate()}>
        Make a link for previewing
      </Button>
      {link.error && <p className="mt-2 text-bad text-sm">{messageOf(link.error)}</p>}
    </div>
  );
}
