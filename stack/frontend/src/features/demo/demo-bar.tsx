import { Hourglass } from "lucide-react";
import { useEffect, useState } from "react";
import { remaining, webAddress } from "@/features/demo/remaining.ts";
import { useUser } from "@/features/session/use-user.ts";

/** Says on every screen of a demo how long it goes on and how to keep it. */
export function DemoBar() {
  const { demo } = useUser();
  return demo && <Bar expiresAt={demo.expiresAt} keepUrl={demo.keepUrl} />;
}

function Bar({ expiresAt, keepUrl }: { expiresAt: string; keepUrl: string }) {
  const left = useRemaining(expiresAt);
  const keep = webAddress(keepUrl);
  return (
    <aside
      data-demo
      aria-label="About this demo"
      className="flex flex-wrap lg:h-9 items-center justify-center gap-x-4 gap-y-1 bg-cover px-4 py-1.5 text-on-cover text-sm"
    >
      <p className="flex items-center gap-2">
        <Hourglass aria-hidden className="size-4 shrink-0" />
        {left === null ? (
          "This demo has ended."
        ) : (
          <span>
            A live demo, yours for{" "}
            {/* A timer that spoke every second would drown everything else out. */}
            <span role="timer" aria-live="off" className="font-medium tabular-nums">
              {left}
            </span>
          </span>
        )}
      </p>
      {keep && (
        <a
          href={keep}
          target="_blank"
          rel="noopener noreferrer"
          className="rounded-sm py-0.5 font-medium underline decoration-1 underline-offset-4 outline-on-cover hover:decoration-2"
        >
          Keep it
          <span className="sr-only"> (opens your Freehold account in a new tab)</span>
        </a>
      )}
    </aside>
  );
}

function useRemaining(expiresAt: string): string | null {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 1000);
    return () => clearInterval(timer);
  }, []);
  return remaining(expiresAt, now);
}
