import { Outlet } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useAskedToSignIn } from "@/features/session/reauthentication.ts";
import { useOnceNeeded } from "@/lib/use-once-needed.ts";

const SessionExpiredDialog = lazy(() => import("@/features/session/session-expired-dialog.tsx"));

export function Root() {
  const asked = useAskedToSignIn();
  const needed = useOnceNeeded(asked);
  return (
    <>
      <Outlet />
      {needed && (
        <Suspense>
          <SessionExpiredDialog open={asked} />
        </Suspense>
      )}
    </>
  );
}
