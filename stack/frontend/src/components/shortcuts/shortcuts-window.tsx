import { lazy, Suspense } from "react";
import { useOnceNeeded } from "@/lib/use-once-needed.ts";

const ShortcutsDialog = lazy(() => import("@/components/shortcuts/shortcuts-dialog.tsx"));

type ShortcutsWindowProps = { open: boolean; onOpenChange: (open: boolean) => void };

/** The list of shortcuts, fetched when it is first asked for. */
export function ShortcutsWindow(props: ShortcutsWindowProps) {
  if (!useOnceNeeded(props.open)) return null;
  return (
    <Suspense>
      <ShortcutsDialog {...props} />
    </Suspense>
  );
}
