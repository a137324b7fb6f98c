import { FileText, X } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { fileNameOf, isPicture } from "@/features/fields/files.ts";
import { coverOf } from "@/features/media/file-facts.ts";
import { MediaPicker } from "@/features/media/media-picker.tsx";

type MediaInputProps = {
  label: string;
  value: unknown;
  onChange: (value: string | null) => void;
  /** Whether the file can be taken away here, or the whole place of it elsewhere. */
  removable?: boolean;
};

/** A file of the library, by its address. */
export function MediaInput({ label, value, onChange, removable = true }: MediaInputProps) {
  const [choosing, setChoosing] = useState(false);
  const address = typeof value === "string" ? value : "";
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-3">
      {address !== "" && <FileThere address={address} />}
      <Button size="sm" onClick={() => setChoosing(true)}>
        {address === "" ? "Choose a file" : "Choose another"}
        <span className="sr-only"> for “{label}”</span>
      </Button>
      {address !== "" && removable && (
        <Button
          variant="quiet"
          size="icon-sm"
          title="Take it out"
          aria-label={`Take ${fileNameOf(address)} out of “${label}”`}
          onClick={() => onChange(null)}
        >
          <X aria-hidden />
        </Button>
      )}
      <MediaPicker
        open={choosing}
        onOpenChange={setChoosing}
        onPick={(media) => onChange(coverOf(media))}
      />
    </div>
  );
}

/** What a file looks like, as far as its address tells, and its name. */
export function FileThere({ address }: { address: string }) {
  const picture = isPicture(address);
  return (
    <span className="flex min-w-0 items-center gap-3">
      {picture ? (
        <img
          src={address}
          alt=""
          loading="lazy"
          className="size-16 shrink-0 rounded border border-rule bg-sunken object-cover"
        />
      ) : (
        <span className="grid size-16 shrink-0 place-items-center rounded border border-rule bg-sunken text-muted">
          <FileText aria-hidden className="size-6" />
        </span>
      )}
      <span className="min-w-0 text-muted text-sm [overflow-wrap:anywhere]">
        {picture ? "" : fileNameOf(address)}
      </span>
    </span>
  );
}
