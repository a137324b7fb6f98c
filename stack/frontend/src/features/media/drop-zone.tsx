import { type DragEvent, type ReactNode, useRef, useState } from "react";

type DropZoneProps = {
  /** Where what is dropped goes, in words. */
  into: string;
  disabled?: boolean;
  onFiles: (files: File[]) => void;
  children: ReactNode;
};

/** Takes files that are dropped anywhere on what it holds. A button must offer the same. */
export function DropZone({ into, disabled = false, onFiles, children }: DropZoneProps) {
  // Moving from one child to the next leaves one and enters the other: only the outermost counts.
  const depth = useRef(0);
  const [over, setOver] = useState(false);
  const brings = (event: DragEvent) => !disabled && event.dataTransfer.types.includes("Files");
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's; the upload button is everybody's
    <div
      className="relative"
      onDragEnter={(event) => {
        if (!brings(event)) return;
        event.preventDefault();
        depth.current += 1;
        setOver(true);
      }}
      onDragOver={(event) => {
        if (brings(event)) event.preventDefault();
      }}
      onDragLeave={(event) => {
        if (!brings(event)) return;
        depth.current -= 1;
        if (depth.current <= 0) setOver(false);
      }}
      onDrop={(event) => {
        if (!brings(event)) return;
        event.preventDefault();
        depth.current = 0;
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      {children}
      {over && (
        <div className="pointer-events-none absolute -inset-3 z-10 grid place-items-center rounded border-2 border-green border-dashed bg-green-soft/90">
          <p className="rounded bg-paper px-4 py-2 font-medium">Drop to add to {into}</p>
        </div>
      )}
    </div>
  );
}
