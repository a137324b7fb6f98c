import { Outlet } from "@tanstack/react-router";
import { PaletteWindow } from "@/app/palette/palette-window.tsx";
import { SectionKeys } from "@/app/section-keys.tsx";
import { Toaster } from "@/components/ui/toaster.tsx";
import { DemoBar } from "@/features/demo/demo-bar.tsx";

/** What every screen behind the sign-in shares. */
export function SignedIn() {
  return (
    <div className="flex min-h-dvh flex-col has-data-demo:[--bar:2.25rem] tall:has-data-full:h-dvh">
      <DemoBar />
      <Outlet />
      <SectionKeys />
      <PaletteWindow />
      <Toaster />
    </div>
  );
}
