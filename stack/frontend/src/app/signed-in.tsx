import { Outlet } from "@tanstack/react-router";
import { Toaster } from "@/components/ui/toaster.tsx";

/** What every screen behind the sign-in shares. */
export function SignedIn() {
  return (
    <>
      <Outlet />
      <Toaster />
    </>
  );
}
