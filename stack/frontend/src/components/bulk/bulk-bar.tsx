import { X } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button.tsx";
import { isWindowOpen } from "@/lib/shortcuts.ts";

type BulkBarProps = {
  count: number;
  onClear: () => void;
  /** The buttons. */
  children: ReactNode;
};

/** What can be done with what is chosen, in reach wherever the list is scrolled to. Escape chooses none. */
export function BulkBar(props: BulkBarProps) {
  return props.count > 0 && <Bar {...props} />;
}

function Bar({ count, onClear, children }: BulkBarProps) {
  const clear = useRef(onClear);
  useEffect(() => {
    clear.current = onClear;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented || isElsewhere(event.target)) return;
      clear.current();
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, []);
  return (
    <section
      aria-label="With those that are chosen"
      className="sticky bottom-4 z-20 mt-6 flex flex-wrap items-center gap-2 rounded border border-rule-strong bg-raised px-4 py-3 shadow-[0_12px_32px_-8px_rgb(28_26_23/0.28)]"
    >
      <p role="status" className="mr-auto font-medium text-[0.9375rem]">
        {count} chosen
      </p>
      {children}
      <Button variant="quiet" size="icon-sm" title="Choose none (Escape)" onClick={onClear}>
        <X aria-hidden />
        <span className="sr-only">Choose none</span>
      </Button>
    </section>
  );
}

/** Whether Escape means something else there: a window is open, words are being typed, a list is. */
const isElsewhere = (target: EventTarget | null): boolean =>
  isWindowOpen() ||
  (target instanceof HTMLElement && target.matches("input:not([type=checkbox]), select"));
