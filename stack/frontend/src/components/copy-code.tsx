import { Check, Copy } from "lucide-react";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button.tsx";

type CopyCodeProps = { title: string; code: string };

/** Several lines to take along. Without access to the clipboard they are selected. */
export function CopyCode({ title, code }: CopyCodeProps) {
  const text = useRef<HTMLPreElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code);
      setCopied(true);
      setTimeout(() => setCopied(false), 2000);
    } catch {
      if (text.current) getSelection()?.selectAllChildren(text.current);
    }
  };
  return (
    <div>
      <div className="flex items-center justify-between gap-4">
        <h3 className="min-w-0 font-medium text-[0.9375rem]">{title}</h3>
        <Button variant="quiet" size="sm" onClick={() => void copy()}>
          {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
          <span aria-live="polite">{copied ? "Copied" : "Copy"}</span>
          <span className="sr-only"> “{title}”</span>
        </Button>
      </div>
      <pre
        ref={text}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, and the arrow keys need a place to start
        tabIndex={0}
        className="mt-1 overflow-x-auto rounded border border-rule bg-sunken p-3 font-mono text-sm leading-relaxed"
      >
        {code}
      </pre>
    </div>
  );
}
