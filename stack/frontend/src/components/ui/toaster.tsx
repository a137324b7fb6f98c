import { Toaster as Sonner } from "sonner";
import { useTheme } from "@/lib/theme.ts";

/** Short confirmations; what must not be missed belongs in a Notice. */
export function Toaster() {
  return (
    <Sonner
      theme={useTheme()}
      position="bottom-right"
      containerAriaLabel="Messages"
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-(--width) items-center gap-3 rounded bg-ink px-4 py-3 text-[0.9375rem] text-paper shadow-[0_12px_32px_-8px_rgb(28_26_23/0.4)]",
          title: "font-medium",
          description: "opacity-80",
          actionButton: "ml-auto shrink-0 font-medium underline underline-offset-4",
        },
      }}
    />
  );
}
