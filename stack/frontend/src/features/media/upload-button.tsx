import { Upload } from "lucide-react";
import { useRef } from "react";
import { Button } from "@/components/ui/button.tsx";

type UploadButtonProps = {
  onFiles: (files: File[]) => void;
  /** The types that the file window offers first; the server judges by content. */
  accept?: string;
  variant?: "primary" | "outline";
};

export function UploadButton({ onFiles, accept, variant = "primary" }: UploadButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button variant={variant} onClick={() => input.current?.click()}>
        <Upload aria-hidden />
        Upload
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={accept}
        aria-label="Files to upload"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // The same file may be chosen again.
          event.target.value = "";
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}
