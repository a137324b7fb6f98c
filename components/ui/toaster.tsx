"use client";

import { useEffect, useState } from "react";
import type { ExternalToast } from "sonner";

type Sonner = typeof import("./sonner-toaster.tsx");
type Kind = "success" | "error" | "info" | "warning";

let waiting: ((sonner: Sonner) => void)[] = [];
let wake: () => void = () => {};

const say =
  (kind: Kind) =>
  (text: string, options?: ExternalToast): void => {
    waiting.push(({ toast }) => toast[kind](text, options));
    wake();
  };

/** Short confirmations: `toast.success("Suspended")`. What must not be missed belongs in a `Notice`. */
export const toast = { success: say("success"), error: say("error"), info: say("info"), warning: say("warning") };

/** Where toasts appear. sonner is fetched with the first of them: most visits have none. */
export function Toaster() {
  const [sonner, setSonner] = useState<Sonner | null>(null);

  useEffect(() => {
    function flush(): void {
      if (sonner === null) {
        if (waiting.length > 0) void import("./sonner-toaster.tsx").then(setSonner);
        return;
      }
      for (const show of waiting) show(sonner);
      waiting = [];
    }
    wake = flush;
    flush();
    return () => {
      wake = () => {};
    };
  }, [sonner]);

  return sonner && <sonner.SonnerToaster />;
}
