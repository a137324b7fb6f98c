import "./lab.css";
import { StrictMode, useState } from "react";
import { createRoot } from "react-dom/client";
import { ThemeToggle } from "@/app/shell/theme-toggle.tsx";
import { Toaster } from "@/components/ui/toaster.tsx";
import { type LinkTarget, type PickedImage, RichText } from "@/features/editor/rich-text.tsx";
import sample from "./sample.html?raw";

/*
 * The editor by itself, under the Content-Security-Policy that it has in a stack: to try it by hand
 * (npm run lab -w stack/frontend) and for its tests. `?empty`, `?read-only` and `?no-library` are
 * its other circumstances.
 */
const circumstances = new URLSearchParams(location.search);

const pages: readonly LinkTarget[] = [
  { href: "/opening-hours", title: "Opening hours" },
  { href: "/the-western-wing", title: "The western wing" },
  { href: "/blog/open-day", title: "Open day", note: "Post" },
];

const findLinks = async (query: string): Promise<readonly LinkTarget[]> =>
  pages.filter(({ title }) => title.toLowerCase().includes(query.toLowerCase()));

const pickImage = async (): Promise<PickedImage> => ({ src: "/picture.svg", alt: "A greenhouse" });

const uploadImage = async (file: File): Promise<PickedImage> => {
  if (file.size === 0) throw new Error("empty");
  return { src: `/picture.svg?${encodeURIComponent(file.name)}`, alt: "" };
};

function Lab() {
  const [html, setHtml] = useState(circumstances.has("empty") ? "" : sample.replaceAll("\n", ""));
  const [changes, setChanges] = useState(0);
  const library = circumstances.has("no-library")
    ? {}
    : { findLinks, onPickImage: pickImage, onUploadImage: uploadImage };
  return (
    <main className="mx-auto max-w-2xl px-5 pt-8 pb-24">
      <header className="flex items-center justify-between gap-4 pb-4">
        <h1 className="font-display text-2xl">The western wing</h1>
        <ThemeToggle name="theme" />
      </header>
      <RichText
        value={html}
        onChange={(next) => {
          setHtml(next);
          setChanges(changes + 1);
        }}
        readOnly={circumstances.has("read-only")}
        {...library}
      />
      <details className="mt-8 border-rule border-t pt-4 text-sm">
        <summary className="cursor-pointer text-muted">
          Stored as (changed <output>{changes}</output> times)
        </summary>
        <pre data-testid="html" className="mt-4 whitespace-pre-wrap font-mono">
          {html}
        </pre>
      </details>
      <Toaster />
    </main>
  );
}

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <Lab />
  </StrictMode>,
);
