import { Search } from "lucide-react";
import { setPaletteOpen } from "@/app/palette/use-palette.ts";
import { cn } from "@/lib/cn.ts";
import { keyCaps } from "@/lib/shortcuts.ts";

/** The way to the command palette for those who do not know its keys, which it tells. */
export function PaletteButton({ className }: { className?: string }) {
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-keyshortcuts="Meta+K Control+K"
      onClick={() => setPaletteOpen(true)}
      className={cn(
        "flex h-10 items-center gap-2.5 rounded border border-rule bg-raised px-2.5 text-left text-[0.9375rem] text-muted transition-colors hover:border-rule-strong hover:text-ink",
        className,
      )}
    >
      <Search aria-hidden className="size-4 shrink-0" />
      <span className="flex-1">Search or go to…</span>
      <span aria-hidden className="text-[0.8125rem] max-lg:hidden">
        {keyCaps("mod+k").join(" ")}
      </span>
    </button>
  );
}
