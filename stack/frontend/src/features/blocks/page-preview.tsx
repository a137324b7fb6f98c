import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { Spinner } from "@/components/ui/spinner.tsx";
import { pagePreviewQuery } from "@/features/blocks/api.ts";
import { isSignedOut, messageOf } from "@/lib/api-error.ts";
import { useDebounced } from "@/lib/use-debounced.ts";

/** Milliseconds after the last keystroke until the preview follows. */
const pause = 500;

type PagePreviewProps = { title: string; data: Readonly<Record<string, unknown>> };

/** A page that is laid out, in the site's own clothes: the document that the server makes of it. */
export function PagePreview({ title, data }: PagePreviewProps) {
  const settled = useDebounced(JSON.stringify({ title, data }), pause);
  const shown = JSON.parse(settled) as PagePreviewProps;
  const preview = useQuery(pagePreviewQuery(shown.title, shown.data));
  const frame = useRef<HTMLIFrameElement>(null);
  const top = useRef(0);
  return (
    <div className="flex h-[calc(100dvh-10rem)] min-h-96 flex-col gap-3">
      {preview.isError && (
        <p role="status" className="border-warn border-l-2 pl-3 text-sm text-warn">
          The preview is behind.{" "}
          {isSignedOut(preview.error)
            ? "You are signed out; saving will ask you to sign in."
            : messageOf(preview.error)}
        </p>
      )}
      {preview.data === undefined ? (
        !preview.isError && (
          <p role="status" className="flex items-center gap-2 p-5 text-muted">
            <Spinner />
            Laying out the page…
          </p>
        )
      ) : (
        <iframe
          ref={frame}
          title="The page as visitors would see it"
          // Nothing in it runs; it may load the site's own fonts, and a link opens beside it.
          sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
          srcDoc={preview.data.replace("<head>", '<head><base target="_blank">')}
          className="w-full flex-1 rounded border border-rule bg-raised"
          onLoad={() => {
            const view = frame.current?.contentWindow;
            if (!view) return;
            view.scrollTo(0, top.current);
            view.addEventListener("scroll", () => {
              top.current = view.scrollY;
            });
          }}
        />
      )}
    </div>
  );
}
