"use client";

import { useTheme } from "next-themes";
import { Toaster as Sonner } from "sonner";

export { toast } from "sonner";

export function SonnerToaster() {
  const { resolvedTheme } = useTheme();
  return (
    <Sonner
      theme={resolvedTheme === "dark" ? "dark" : "light"}
      position="bottom-right"
      containerAriaLabel="Messages"
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-(--width) items-center gap-3 rounded-base bg-ink px-4 py-3 font-body text-[0.9375rem] text-paper shadow-popover",
          title: "font-medium",
          description: "opacity-80",
          actionButton: "ml-auto min-h-6 shrink-0 cursor-pointer font-medium underline underline-offset-4",
        },
      }}
    />
  );
}
