import { Check, CircleAlert, RotateCw, X } from "lucide-react";
import { Button } from "@/components/ui/button.tsx";
import { Spinner } from "@/components/ui/spinner.tsx";
import type { Upload } from "@/features/media/upload-queue.ts";

type UploadListProps = {
  uploads: readonly Upload[];
  onRetry: (id: number) => void;
  onRemove: (id: number) => void;
  onClear: () => void;
};

/** What is being uploaded, and what came of it. */
export function UploadList({ uploads, onRetry, onRemove, onClear }: UploadListProps) {
  if (uploads.length === 0) return null;
  const left = uploads.filter(
    ({ state }) => state.is === "waiting" || state.is === "sending",
  ).length;
  const failed = uploads.filter(({ state }) => state.is === "failed").length;
  return (
    <section aria-label="Uploads" className="mt-6 rounded border border-rule bg-raised">
      <div className="flex items-center justify-between gap-4 border-rule border-b px-4 py-2">
        <p role="status" className="font-medium text-[0.9375rem]">
          {left > 0
            ? `Uploading, ${left} of ${uploads.length} to go`
            : failed > 0
              ? `${failed} of ${uploads.length} could not be added`
              : `${uploads.length} ${uploads.length === 1 ? "file" : "files"} uploaded`}
        </p>
        {left < uploads.length && (
          <Button variant="quiet" size="sm" onClick={onClear}>
            Clear
          </Button>
        )}
      </div>
      <ul className="max-h-64 overflow-y-auto">
        {/* What wants attention stands first. */}
        {uploads
          .toSorted((a, b) => Number(b.state.is === "failed") - Number(a.state.is === "failed"))
          .map((upload) => (
            <UploadRow
              key={upload.id}
              upload={upload}
              onRetry={() => onRetry(upload.id)}
              onRemove={() => onRemove(upload.id)}
            />
          ))}
      </ul>
    </section>
  );
}

type UploadRowProps = { upload: Upload; onRetry: () => void; onRemove: () => void };

function UploadRow({ upload: { name, state }, onRetry, onRemove }: UploadRowProps) {
  return (
    <li className="flex min-h-11 items-center gap-3 border-rule px-4 py-1.5 not-first:border-t">
      <UploadIcon state={state} />
      <div className="min-w-0 flex-1">
        <p className="truncate text-[0.9375rem]">{name}</p>
        {state.is === "sending" && state.share < 1 && (
          <progress
            aria-label={`${name}, sent`}
            value={state.share}
            className="mt-1 block h-1 w-full appearance-none overflow-hidden rounded-full [&::-moz-progress-bar]:bg-green [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-green"
          />
        )}
        {state.is === "sending" && state.share === 1 && (
          <p className="text-muted text-sm">Being looked at…</p>
        )}
        {state.is === "known" && (
          <p className="text-muted text-sm">The library had it already, as “{state.media.name}”.</p>
        )}
        {state.is === "failed" && <p className="text-bad text-sm">{state.why}</p>}
      </div>
      {state.is === "failed" && (
        <Button variant="quiet" size="icon-sm" title="Try again" onClick={onRetry}>
          <RotateCw aria-hidden />
          <span className="sr-only">Try {name} again</span>
        </Button>
      )}
      {state.is !== "added" && state.is !== "known" && (
        <Button variant="quiet" size="icon-sm" title="Remove from this list" onClick={onRemove}>
          <X aria-hidden />
          <span className="sr-only">
            {state.is === "failed" ? "Remove" : "Cancel"} {name}
          </span>
        </Button>
      )}
    </li>
  );
}

function UploadIcon({ state }: Pick<Upload, "state">) {
  if (state.is === "failed")
    return <CircleAlert aria-hidden className="size-4 shrink-0 text-bad" />;
  if (state.is === "added" || state.is === "known")
    return <Check aria-hidden className="size-4 shrink-0 text-ok" />;
  return state.is === "sending" ? <Spinner /> : <span className="size-4 shrink-0" />;
}
