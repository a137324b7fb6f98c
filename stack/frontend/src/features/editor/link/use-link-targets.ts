import { useEffect, useState } from "react";
import type { LinkTarget, RichTextProps } from "@/features/editor/rich-text.tsx";
import { messageOf } from "@/lib/api-error.ts";
import { useDebounced } from "@/lib/use-debounced.ts";

/** Milliseconds of quiet after which a search starts. */
const pause = 150;

type Found = { targets: readonly LinkTarget[]; searching: boolean; problem: string | null };

const nothing: Found = { targets: [], searching: false, problem: null };

/** What on this site matches the query; the last changed for an empty one. */
export function useLinkTargets(findLinks: RichTextProps["findLinks"], query: string): Found {
  const wanted = useDebounced(query.trim(), pause);
  const [found, setFound] = useState<Found & { for: string | null }>({ ...nothing, for: null });

  useEffect(() => {
    if (!findLinks) return;
    const controller = new AbortController();
    findLinks(wanted, controller.signal).then(
      (targets) => setFound({ targets, searching: false, problem: null, for: wanted }),
      (error: unknown) => {
        if (controller.signal.aborted) return;
        const problem = `The site could not be searched. ${messageOf(error)}`;
        setFound({ ...nothing, problem, for: wanted });
      },
    );
    return () => controller.abort();
  }, [findLinks, wanted]);

  if (!findLinks) return nothing;
  return { ...found, searching: found.for !== query.trim() };
}
