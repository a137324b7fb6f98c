import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { mediaKey, sendFile, storageQuery } from "@/features/media/api.ts";
import { refusal } from "@/features/media/file-facts.ts";
import { UploadQueue } from "@/features/media/upload-queue.ts";

const queue = new UploadQueue(sendFile);
const current = () => queue.uploads;

/** The uploads of this window, and a way to add some. Lists are read anew as files come in. */
export function useUploads() {
  const queryClient = useQueryClient();
  const { data: storage } = useQuery(storageQuery);
  const uploads = useSyncExternalStore(queue.subscribe, current);
  const added = uploads.filter(({ state }) => state.is === "added").length;

  useEffect(() => {
    if (added > 0) void queryClient.invalidateQueries({ queryKey: mediaKey });
  }, [added, queryClient]);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (queue.isBusy) event.preventDefault();
    };
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, []);

  return {
    uploads,
    add: (files: Iterable<File>, folderId: string | null) =>
      queue.add(files, folderId, (file) => refusal(file, storage?.largest ?? {})),
    retry: (id: number) => queue.retry(id),
    remove: (id: number) => queue.remove(id),
    clear: () => queue.clear(),
  };
}
