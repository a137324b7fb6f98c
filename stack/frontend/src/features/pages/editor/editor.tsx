import { useBlocker, useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { toast } from "sonner";
import { LeaveDialog } from "@/components/leave-dialog.tsx";
import { ShortcutsWindow } from "@/components/shortcuts/shortcuts-window.tsx";
import { SkipLink } from "@/components/skip-link.tsx";
import type { Page } from "@/features/pages/api.ts";
import { BodyField } from "@/features/pages/editor/body-field.tsx";
import { ConflictDialog } from "@/features/pages/editor/conflict-dialog.tsx";
import { DeleteDialog } from "@/features/pages/editor/delete-dialog.tsx";
import { savedState } from "@/features/pages/editor/document.ts";
import { EditorBar } from "@/features/pages/editor/editor-bar.tsx";
import { EditorMenu } from "@/features/pages/editor/editor-menu.tsx";
import { PageIntro } from "@/features/pages/editor/page-intro.tsx";
import { Preview } from "@/features/pages/editor/preview.tsx";
import { SaveProblem } from "@/features/pages/editor/save-problem.tsx";
import { SlugField } from "@/features/pages/editor/slug-field.tsx";
import { TitleField } from "@/features/pages/editor/title-field.tsx";
import { useDocument } from "@/features/pages/editor/use-document.ts";
import { type View, ViewSwitch } from "@/features/pages/editor/view-switch.tsx";
import { useMay } from "@/features/session/use-user.ts";
import { useDocumentTitle } from "@/lib/document-title.ts";
import { useShortcut } from "@/lib/shortcuts.ts";

type EditorProps = {
  initial: Page | null;
  /** Called once, when a new page is first saved. */
  onCreated?: (page: Page) => void;
};

export function Editor({ initial, onCreated }: EditorProps) {
  const { doc, work, actions, isDirtyNow } = useDocument(initial);
  const { page, fields, fieldErrors, activity } = doc;
  const state = savedState(doc);
  const navigate = useNavigate();
  const publishes = useMay("pages.publish");
  const [view, setView] = useState<View>("write");
  const [asked, setAsked] = useState<"delete" | "shortcuts" | null>(null);
  const [postponedVersion, setPostponedVersion] = useState<Page | null>(null);
  const theirs = activity.kind === "conflict" ? activity.theirs : null;
  const postponed = theirs !== null && theirs === postponedVersion;
  const title = useRef<HTMLTextAreaElement>(null);
  const focusText = useRef(() => {});
  useDocumentTitle(fields.title || "New page", "Pages");

  /** Runs an action that saves; a page without a title is asked for one first. */
  const withTitle = async (action: () => Promise<Page | null>): Promise<Page | null> => {
    if (fields.title.trim() === "") {
      setView("write");
      toast.error("Give the page a title first");
      title.current?.focus();
      return null;
    }
    setPostponedVersion(null);
    const done = await action();
    if (done && !page) onCreated?.(done);
    return done;
  };
  const save = () => withTitle(actions.save);
  const publish = async () => {
    if (await withTitle(actions.publish)) toast.success("Published: everyone can read it now");
  };
  const submit = async () => {
    if (await withTitle(actions.submit)) toast.success("Submitted: an editor can publish it now");
  };
  const unpublish = async () => {
    if (await actions.unpublish()) toast.success("Unpublished: it is a draft again");
  };
  const remove = async () => {
    await actions.remove();
    await navigate({ to: "/pages", ignoreBlocker: true });
    toast.success(`“${page?.title}” is deleted`);
  };

  useShortcut("mod+s", () => void save());
  useShortcut("mod+shift+p", () => void publish(), publishes);
  useShortcut("?", () => setAsked("shortcuts"));

  const leaving = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && isDirtyNow(),
    enableBeforeUnload: isDirtyNow,
    withResolver: true,
  });

  return (
    <div data-full className="flex min-h-0 flex-1 flex-col">
      <SkipLink />
      <EditorBar
        page={page}
        state={state}
        work={work}
        onSave={() => void save()}
        onPublish={publishes ? () => void publish() : null}
        onSubmit={publishes ? null : () => void submit()}
        menu={
          <EditorMenu
            page={page}
            onUnpublish={publishes ? () => void unpublish() : null}
            onDelete={() => setAsked("delete")}
            onShowShortcuts={() => setAsked("shortcuts")}
          />
        }
      />
      <SaveProblem
        doc={doc}
        postponed={postponed}
        onRetry={() => void save()}
        onDecide={() => setPostponedVersion(null)}
      />
      <ViewSwitch view={view} onChange={setView} />
      <main
        id="main"
        tabIndex={-1}
        data-view={view}
        className="group grid min-h-0 flex-1 outline-none lg:grid-cols-2"
      >
        <h1 className="sr-only">{page ? `Edit “${page.title}”` : "New page"}</h1>
        <section
          aria-label="Text"
          className="min-w-0 px-5 max-lg:group-data-[view=preview]:hidden sm:px-10 tall:overflow-y-auto"
        >
          <div className="mx-auto max-w-2xl pt-8 lg:pt-12">
            <TitleField
              ref={title}
              value={fields.title}
              onChange={(value) => actions.edit({ title: value })}
              onEnter={() => focusText.current()}
              error={fieldErrors.title}
            />
            <SlugField
              value={fields.slug}
              above={above(page)}
              published={page?.published ?? false}
              changed={page !== null && page.slug !== fields.slug}
              onChange={(value) => actions.edit({ slug: value })}
              error={fieldErrors.slug}
            />
            <PageIntro fields={fields} errors={fieldErrors} onChange={actions.edit} />
            <div className="mt-6">
              <BodyField
                format={fields.bodyFormat}
                value={fields.body}
                onChange={(value) => actions.edit({ body: value })}
                onReady={(focus) => {
                  focusText.current = focus;
                  if (!initial) title.current?.focus();
                }}
                error={fieldErrors.body}
              />
            </div>
          </div>
        </section>
        <section
          aria-label="Preview"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself, and the arrow keys need a place to start
          tabIndex={0}
          className="min-w-0 px-5 max-lg:group-data-[view=write]:hidden sm:px-10 tall:overflow-y-auto lg:border-rule lg:border-l lg:bg-raised"
        >
          <div className="mx-auto max-w-2xl pt-8 pb-24 lg:pt-12">
            <Preview fields={fields} />
          </div>
        </section>
      </main>

      <ConflictDialog
        theirs={theirs}
        mine={fields}
        open={theirs !== null && !postponed}
        onClose={() => setPostponedVersion(theirs)}
        onReload={() => void actions.reload()}
        onOverwrite={() => void actions.overwrite()}
      />
      {page && (
        <DeleteDialog
          page={page}
          open={asked === "delete"}
          busy={work === "deleting"}
          onClose={() => setAsked(null)}
          onDelete={remove}
        />
      )}
      <LeaveDialog
        open={leaving.status === "blocked"}
        saving={work === "saving"}
        onStay={() => leaving.reset?.()}
        onLeave={() => leaving.proceed?.()}
        onSaveAndLeave={() =>
          void save().then((done) => (done ? leaving.proceed?.() : leaving.reset?.()))
        }
      />
      <ShortcutsWindow
        open={asked === "shortcuts"}
        onOpenChange={(next) => setAsked(next ? "shortcuts" : null)}
      />
    </div>
  );
}

/** What stands before the page's own part of its address. */
function above(page: Page | null): string {
  return page?.path ? page.path.slice(0, page.path.lastIndexOf("/") + 1) : "/";
}
