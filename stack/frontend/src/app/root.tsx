import { Outlet } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useAskedToSignIn } from "@/features/session/reauthentication.ts";

const SessionExpiredDialog = lazy(() => import("@/features/session/session-expired-dialog.tsx"));

export function Root() {
  const signInAsked = useAskedToSignIn();
  return (
    <>
      <Outlet />
      {signInAsked && (
        <Suspense>
          <SessionExpiredDialog />
        </Suspense>
      )}
    </>
  );
}
