import { useBlocker } from "@tanstack/react-router";
import { lazy, Suspense, useRef, useState } from "react";
import { LeaveDialog } from "@/components/leave-dialog.tsx";
import { ShortcutsWindow } from "@/components/shortcuts/shortcuts-window.tsx";
import { SkipLink } from "@/components/skip-link.tsx";
import { beginningOf } from "@/features/entries/editor/beginning.ts";
import { ConflictDialog } from "@/features/entries/editor/conflict-dialog.tsx";
import { DeleteDialog } from "@/features/entries/editor/delete-dialog.tsx";
import { Details } from "@/features/entries/editor/details/details.tsx";
import { savedState } from "@/features/entries/editor/document.ts";
import { EditorBar } from "@/features/entries/editor/editor-bar.tsx";
import { EditorMenu } from "@/features/entries/editor/editor-menu.tsx";
import { Preview } from "@/features/entries/editor/preview.tsx";
import { SaveProblem } from "@/features/entries/editor/save-problem.tsx";
import { TextPane } from "@/features/entries/editor/text-pane.tsx";
import { useAddressAbove } from "@/features/entries/editor/use-address.ts";
import { useAutosave } from "@/features/entries/editor/use-autosave.ts";
import { useDocument } from "@/features/entries/editor/use-document.ts";
import { useSteps } from "@/features/entries/editor/use-steps.ts";
import { useView } from "@/features/entries/editor/use-view.ts";
import { type View, ViewSwitch } from "@/features/entries/editor/view-switch.tsx";
import type { Entry } from "@/features/entries/entry.ts";
import { useMay } from "@/features/session/use-user.ts";
import type { ContentType } from "@/features/types/api.ts";
import { useDocumentTitle } from "@/lib/document-title.ts";
import { useShortcut } from "@/lib/shortcuts.ts";
import { useOnceNeeded } from "@/lib/use-once-needed.ts";

const HistoryWindow = lazy(() => import("@/features/entries/history/history-window.tsx"));

const ofDocuments: readonly View[] = ["write", "details", "preview"];
const ofOthers: readonly View[] = ["write", "details"];

type EditorProps = {
  type: ContentType;
  initial: Entry | null;
  /** Called once, when a new entry is first saved. */
  onCreated?: (entry: Entry) => void;
};

export function Editor({ type, initial, onCreated }: EditorProps) {
  const [beginning] = useState(() => ({ type: type.key, data: beginningOf(type) }));
  const { doc, work, actions, isDirtyNow } = useDocument(initial, beginning);
  const { entry, fields, activity } = doc;
  const state = savedState(doc);
  const publishes = useMay("pages.publish");
  const above = useAddressAbove(type, fields);
  const views = type.document ? ofDocuments : ofOthers;
  const [view, setView] = useView(views);
  const [asked, setAsked] = useState<"delete" | "shortcuts" | null>(null);
  const [history, setHistory] = useState<"last" | "public" | null>(null);
  const historyNeeded = useOnceNeeded(history !== null);
  const [postponedVersion, setPostponedVersion] = useState<Entry | null>(null);
  const theirs = activity.kind === "conflict" ? activity.theirs : null;
  const postponed = theirs !== null && theirs === postponedVersion;
  const title = useRef<HTMLTextAreaElement>(null);
  const focusText = useRef(() => {});
  const one = type.name.toLowerCase();
  useDocumentTitle(fields.title || `New ${one}`, type.plural);

  const steps = useSteps({
    type: type.key,
    doc,
    actions,
    onCreated,
    onUntitled: () => {
      if (!matchMedia("(min-width: 64rem)").matches) setView("write");
      title.current?.focus();
    },
    onBegin: () => setPostponedVersion(null),
  });
  const show = (next: View) => setView(view === next ? "write" : next);
  /** With what was just typed in it, as far as that can be saved. */
  const showHistory = async (first: "last" | "public") => {
    await steps.autosave();
    setHistory(first);
  };

  useAutosave({
    doc,
    save: () => void steps.autosave(),
    isHeld: () => entry === null && document.activeElement === title.current,
  });
  useShortcut("mod+s", () => void steps.save());
  useShortcut("mod+shift+p", () => void steps.publish(), publishes);
  useShortcut("mod+shift+e", () => show("preview"), type.document);
  useShortcut("mod+shift+d", () => show("details"));
  useShortcut("mod+shift+h", () => void showHistory("last"), entry !== null);
  useShortcut("?", () => setAsked("shortcuts"));

  const leaving = useBlocker({
    shouldBlockFn: async ({ current, next }) => {
      if (current.pathname === next.pathname || !isDirtyNow()) return false;
      if (steps.titled && theirs === null) await actions.save({ autosave: true });
      return isDirtyNow();
    },
    enableBeforeUnload: isDirtyNow,
    withResolver: true,
  });

  return (
    <div data-full className="flex min-h-0 flex-1 flex-col">
      <SkipLink />
      <EditorBar
        type={type}
        entry={entry}
        state={state}
        titled={steps.titled}
        work={work}
        onSave={() => void steps.save()}
        onPublish={publishes ? () => void steps.publish() : null}
        onSubmit={publishes ? null : () => void steps.submit()}
        views={
          <ViewSwitch
            view={view}
            views={views}
            onChange={setView}
            className="self-stretch max-lg:hidden"
          />
        }
        menu={
          <EditorMenu
            entry={entry}
            onUnpublish={publishes ? () => void steps.unpublish() : null}
            onDelete={() => setAsked("delete")}
            onShowHistory={() => void showHistory("last")}
            onShowShortcuts={() => setAsked("shortcuts")}
          />
        }
      />
      <SaveProblem
        doc={doc}
        postponed={postponed}
        onRetry={() => void steps.save()}
        onDecide={() => setPostponedVersion(null)}
      />
      <nav aria-label="Parts of the editor" className="border-rule border-b px-5 lg:hidden">
        <ViewSwitch view={view} views={views} onChange={setView} />
      </nav>
      <main
        id="main"
        tabIndex={-1}
        data-view={view}
        className="group grid min-h-0 flex-1 outline-none lg:data-[view=details]:grid-cols-[minmax(0,1fr)_24rem] lg:data-[view=preview]:grid-cols-2"
      >
        <h1 className="sr-only">{entry ? `Edit “${entry.title}”` : `New ${one}`}</h1>
        <section
          aria-label="Writing"
          className="min-w-0 px-5 max-lg:group-data-[view=details]:hidden max-lg:group-data-[view=preview]:hidden sm:px-10 tall:overflow-y-auto"
        >
          <TextPane
            type={type}
            doc={doc}
            above={above}
            title={title}
            onEdit={actions.edit}
            onReady={(focus) => {
              focusText.current = focus;
              if (!initial) title.current?.focus();
            }}
            onTitleDone={() => focusText.current()}
          />
        </section>
        {view === "details" && (
          <section
            aria-label="Details"
            className="min-w-0 px-5 sm:px-10 tall:overflow-y-auto lg:border-rule lg:border-l lg:px-6"
          >
            <Details
              type={type}
              doc={doc}
              above={above}
              work={work}
              publishing={{
                unpublish: () => void steps.unpublish(),
                schedule: steps.schedule,
                discard: async () => void (await actions.discard()),
                compare: () => void showHistory("public"),
              }}
              onEdit={actions.edit}
              onShowHistory={() => void showHistory("last")}
            />
          </section>
        )}
        {view === "preview" && (
          <section
            aria-label="Preview"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself, and the arrow keys need a place to start
            tabIndex={0}
            className="min-w-0 px-5 sm:px-10 tall:overflow-y-auto lg:border-rule lg:border-l lg:bg-raised"
          >
            <div className="mx-auto max-w-2xl pt-8 pb-24 lg:pt-12">
              <Preview fields={fields} />
            </div>
          </section>
        )}
      </main>

      <ConflictDialog
        theirs={theirs}
        mine={fields}
        open={theirs !== null && !postponed}
        onClose={() => setPostponedVersion(theirs)}
        onReload={() => void actions.reload()}
        onOverwrite={() => void actions.overwrite()}
      />
      {entry && (
        <DeleteDialog
          entry={entry}
          open={asked === "delete"}
          onClose={() => setAsked(null)}
          onDelete={steps.remove}
        />
      )}
      {entry && historyNeeded && (
        <Suspense>
          <HistoryWindow
            type={type}
            entry={entry}
            compareWith={history}
            onClose={() => setHistory(null)}
            onRestore={steps.restore}
          />
        </Suspense>
      )}
      <LeaveDialog
        open={leaving.status === "blocked"}
        saving={work === "saving"}
        onStay={() => leaving.reset?.()}
        onLeave={() => leaving.proceed?.()}
        onSaveAndLeave={() =>
          void steps.save().then((done) => (done ? leaving.proceed?.() : leaving.reset?.()))
        }
      />
      <ShortcutsWindow
        open={asked === "shortcuts"}
        onOpenChange={(next) => setAsked(next ? "shortcuts" : null)}
      />
    </div>
  );
}
