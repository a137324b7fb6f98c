import { useMutation, useQueryClient } from "@tanstack/react-query";
import { toast } from "sonner";
import { placeEntry, publishEntry } from "@/features/entries/api.ts";
import type { EntrySummary } from "@/features/entries/entry.ts";
import { type Place, placed } from "@/features/entries/places.ts";
import { allPagesQuery, entryListsKey } from "@/features/entries/queries.ts";
import { useMay } from "@/features/session/use-user.ts";
import { ApiError, messageOf } from "@/lib/api-error.ts";

const moving = ["place page"];
const told = "moved";

type Move = { entry: EntrySummary; place: Place };

/** Puts pages elsewhere: in the list at once, and back where the server refuses. One move after the other. */
export function useMove(): (entry: EntrySummary, place: Place) => void {
  const queryClient = useQueryClient();
  const publishes = useMay("pages.publish");
  const { queryKey } = allPagesQuery;
  const refresh = () => queryClient.invalidateQueries({ queryKey: entryListsKey });

  const publish = async ({ id, title }: EntrySummary) => {
    try {
      await publishEntry(id);
      toast.message(`“${title}” is public there now`);
    } catch (error) {
      toast.error(messageOf(error));
    }
    await refresh();
  };

  const move = useMutation({
    mutationKey: moving,
    scope: { id: told },
    mutationFn: ({ entry, place }: Move) => placeEntry(entry.id, place),
    onMutate: async ({ entry, place }) => {
      toast.dismiss(told);
      await queryClient.cancelQueries({ queryKey });
      const before = queryClient.getQueryData(queryKey);
      queryClient.setQueryData(queryKey, (pages) => pages && placed(pages, entry.id, place));
      return before;
    },
    onError: (error, { entry }, before) => {
      queryClient.setQueryData(queryKey, before);
      toast.error(`“${entry.title}” stays where it was. ${reasonOf(error)}`);
    },
    onSuccess: (after, { entry }) => {
      if (!after.published || after.parentId === entry.parentId) return;
      if (after.path === after.publishedPath) return;
      toast.message(`“${entry.title}” keeps its public address until it is published`, {
        id: told,
        // What else was changed in it may not be meant for everybody yet.
        ...(publishes &&
          !entry.hasChanges && {
            action: { label: "Publish", onClick: () => void publish(entry) },
          }),
      });
    },
    onSettled: async () => {
      // Those that wait are in the list already, and not on the server.
      if (queryClient.isMutating({ mutationKey: moving }) === 1) await refresh();
    },
  });
  return (entry, place) => move.mutate({ entry, place });
}

/** What is wrong with the place itself, where the server says that. */
function reasonOf(error: unknown): string {
  const [reason] = error instanceof ApiError ? Object.values(error.fields) : [];
  return reason ?? messageOf(error);
}
