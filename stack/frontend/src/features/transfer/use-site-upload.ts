import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { sizeInWords } from "@/features/media/file-facts.ts";
import { jobsQuery, transferKey } from "@/features/transfer/api.ts";
import { SiteUpload } from "@/features/transfer/site-upload.ts";

const upload = new SiteUpload();
const current = () => upload.state;

/** The upload of this window, and a way to begin one. The list of jobs is read anew when it has come. */
export function useSiteUpload() {
  const queryClient = useQueryClient();
  const state = useSyncExternalStore(upload.subscribe, current);

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (upload.state.is === "sending") event.preventDefault();
    };
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, []);

  return {
    state,
    start: async (file: File, settings: boolean) => {
      const largest = queryClient.getQueryData(jobsQuery.queryKey)?.largest;
      if (largest !== undefined && file.size > largest) {
        upload.refuse(
          file.name,
          `It has ${sizeInWords(file.size)}; ${sizeInWords(largest)} are taken at most.`,
        );
        return;
      }
      if (await upload.start(file, settings)) {
        await queryClient.invalidateQueries({ queryKey: transferKey });
      }
    },
    cancel: () => upload.cancel(),
  };
}
