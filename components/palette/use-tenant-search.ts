"use client";

import { useEffect, useState } from "react";
import type { FoundTenant } from "@/lib/tenants/find-tenants.ts";

const typingPauseMs = 150;

interface TenantSearch {
  readonly tenants: readonly FoundTenant[];
  /** How the search stands. */
  readonly words: string;
}

/** The clients that match a text, asked of the server when typing pauses; the last answer stays meanwhile. */
export function useTenantSearch(text: string): TenantSearch {
  const [found, setFound] = useState<{ text: string; tenants: FoundTenant[]; failed: boolean }>({
    text: "",
    tenants: [],
    failed: false,
  });
  const wanted = text.trim();

  useEffect(() => {
    if (wanted === "") return;
    const asking = new AbortController();
    const pause = setTimeout(() => {
      fetch(`/api/admin/search?q=${encodeURIComponent(wanted)}`, { signal: asking.signal })
        .then(async (answer) => {
          if (!answer.ok) throw new Error(`search answered ${answer.status}`);
          setFound({ text: wanted, tenants: (await answer.json()) as FoundTenant[], failed: false });
        })
        .catch(() => {
          if (!asking.signal.aborted) setFound({ text: wanted, tenants: [], failed: true });
        });
    }, typingPauseMs);
    return () => {
      clearTimeout(pause);
      asking.abort();
    };
  }, [wanted]);

  if (wanted === "") return { tenants: [], words: "Nothing is called that." };
  if (found.text !== wanted) return { tenants: found.tenants, words: "Searching…" };
  if (found.failed) return { tenants: [], words: "The portal did not answer. Type on to try again." };
  const count = found.tenants.length;
  return {
    tenants: found.tenants,
    words: count === 0 ? "Nothing is called that." : count === 1 ? "1 client" : `${count} clients`,
  };
}
