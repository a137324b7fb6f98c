import { Upload } from "lucide-react";
import { useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { ProgressBar } from "@/features/transfer/progress-bar.tsx";
import type { useSiteUpload } from "@/features/transfer/use-site-upload.ts";

type ImportCardProps = { upload: ReturnType<typeof useSiteUpload> };

/** Chooses a file and sends it; what is dropped on the screen goes the same way. */
export function ImportCard({ upload: { state, start, cancel } }: ImportCardProps) {
  const heading = useId();
  const input = useRef<HTMLInputElement>(null);
  const [settings, setSettings] = useState(true);
  return (
    <section aria-labelledby={heading} className="rounded border border-rule bg-raised p-5 sm:p-6">
      <h2 id={heading} className="font-display text-[1.75rem] leading-tight">
        Import
      </h2>
      <p className="mt-2 text-muted">
        An export of a site like this one (.zip), or one of WordPress (.xml, or a .zip with its
        uploads beside it). What is here already stays; what the file has newer is updated.
      </p>
      <label className="mt-4 flex cursor-pointer items-start gap-2.5">
        <input
          type="checkbox"
          className="mt-1 size-4 shrink-0 accent-green"
          checked={settings}
          onChange={(event) => setSettings(event.target.checked)}
        />
        <span className="text-[0.9375rem]">
          Take over the site’s name, look and home page as well
        </span>
      </label>
      <input
        ref={input}
        type="file"
        accept=".zip,.xml,application/zip,text/xml"
        aria-label="File to import"
        className="hidden"
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same one may be chosen again.
          event.target.value = "";
          if (file) void start(file, settings);
        }}
      />
      {state.is === "sending" ? (
        <div className="mt-5 grid gap-2">
          <p role="status" className="text-[0.9375rem] [overflow-wrap:anywhere]">
            {state.share < 1 ? `Sending “${state.name}”` : `Looking at “${state.name}”…`}
          </p>
          <ProgressBar
            label={`“${state.name}”, sent`}
            share={state.share < 1 ? state.share : null}
          />
          <div>
            <Button size="sm" onClick={cancel}>
              Cancel
            </Button>
          </div>
        </div>
      ) : (
        <div className="mt-5 flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button variant="primary" onClick={() => input.current?.click()}>
            <Upload aria-hidden />
            Choose a file
          </Button>
          <span className="text-muted text-sm max-sm:hidden">or drop it anywhere here</span>
        </div>
      )}
      {state.is === "failed" && (
        <Notice tone="bad" title={`“${state.name}” was not imported`} className="mt-5">
          <p>{state.why}</p>
        </Notice>
      )}
    </section>
  );
}
