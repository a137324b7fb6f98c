import { type ReactNode, useState } from "react";
import { toast } from "sonner";
import { SkipLink } from "@/components/skip-link.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { Tabs } from "@/components/ui/tabs.tsx";
import type { Choices, Designing, DesignStep } from "@/features/design/api.ts";
import { BrandPanel } from "@/features/design/brand-panel.tsx";
import { DesignBar } from "@/features/design/design-bar.tsx";
import { LookPanel } from "@/features/design/look-panel.tsx";
import { MenusPanel } from "@/features/design/menus-panel.tsx";
import { PreviewFrame } from "@/features/design/preview-frame.tsx";
import { useDesigning } from "@/features/design/use-designing.ts";
import { useMay } from "@/features/session/use-user.ts";
import type { Site } from "@/features/site/api.ts";
import { ApiError, messageOf } from "@/lib/api-error.ts";
import { useShortcut } from "@/lib/shortcuts.ts";

type DesignerProps = {
  initial: Designing;
  choices: Choices;
  site: Site;
  /** Begins again with what is kept on the server. */
  onReload: () => void;
};

const done: Record<DesignStep, string> = {
  apply: "Visitors see the new design",
  discard: "The draft is gone",
  undo: "Visitors see the design before; this one is your draft",
};

/** The controls, and beside them the site as it would be. */
export function Designer({ initial, choices, site, onReload }: DesignerProps) {
  const { server, design, state, problem, step, change, follow, retry } = useDesigning(initial);
  const [view, setView] = useState<"design" | "preview">("design");
  const writes = useMay("site.write");
  const take = async (wanted: DesignStep) => {
    if (await follow(wanted)) toast.success(done[wanted]);
  };
  useShortcut("mod+shift+p", () => void take("apply"), writes);
  return (
    <div className="flex min-h-0 flex-1 flex-col tall:h-[calc(100dvh-var(--bar,0px))]">
      <SkipLink />
      <DesignBar
        state={state}
        hasChanges={server.hasChanges}
        canUndo={server.canUndo}
        step={step}
        previewUrl={server.previewUrl}
        onStep={writes ? (wanted) => void take(wanted) : null}
      />
      {problem !== null && (
        <Problem problem={problem} onReload={onReload} onRetry={() => void retry()} />
      )}
      <fieldset className="flex gap-6 border-rule border-b px-5 lg:hidden">
        <legend className="sr-only">Show</legend>
        {(["design", "preview"] as const).map((option) => (
          <button
            key={option}
            type="button"
            aria-pressed={view === option}
            onClick={() => setView(option)}
            className="-mb-px border-transparent border-b-2 pt-3 pb-2.5 text-muted capitalize hover:text-ink aria-pressed:border-green aria-pressed:font-medium aria-pressed:text-ink"
          >
            {option}
          </button>
        ))}
      </fieldset>
      <main
        id="main"
        tabIndex={-1}
        data-view={view}
        className="group grid min-h-0 flex-1 outline-none lg:grid-cols-[25rem_minmax(0,1fr)]"
      >
        <h1 className="sr-only">Design</h1>
        <section
          aria-label="Design"
          className="min-w-0 max-lg:group-data-[view=preview]:hidden lg:border-rule lg:border-r tall:overflow-y-auto"
        >
          {!writes && (
            <Notice tone="info" className="m-5">
              You can look at the design; your role does not change it.
            </Notice>
          )}
          <Tabs
            label="Parts of the design"
            tabs={[
              {
                value: "look",
                label: "Look",
                content: (
                  <Panel disabled={!writes}>
                    <LookPanel
                      design={design}
                      choices={choices}
                      adjustments={server.adjustments}
                      onChange={change}
                    />
                  </Panel>
                ),
              },
              {
                value: "brand",
                label: "Brand",
                content: (
                  <Panel disabled={!writes}>
                    <BrandPanel design={design} onChange={change} />
                  </Panel>
                ),
              },
              {
                value: "menus",
                label: "Menus",
                content: (
                  <Panel disabled={!writes}>
                    <MenusPanel
                      design={design}
                      entries={server.entries}
                      homePageId={site.homePageId}
                      onChange={change}
                    />
                  </Panel>
                ),
              },
            ]}
          />
        </section>
        <section
          aria-label="Preview"
          className="flex min-h-0 min-w-0 flex-col max-lg:group-data-[view=design]:hidden"
        >
          <PreviewFrame designing={server} title={site.title} />
        </section>
      </main>
    </div>
  );
}

function Panel({ disabled, children }: { disabled: boolean; children: ReactNode }) {
  return (
    <fieldset disabled={disabled} className="contents">
      {children}
    </fieldset>
  );
}

type ProblemProps = { problem: unknown; onReload: () => void; onRetry: () => void };

/** What was not kept, and the one thing to do about it. */
function Problem({ problem, onReload, onRetry }: ProblemProps) {
  const elsewhere = problem instanceof ApiError && problem.code === "conflict";
  const fields = problem instanceof ApiError ? Object.values(problem.fields) : [];
  return (
    <Notice
      tone="bad"
      title={elsewhere ? "The design was changed elsewhere" : "Your last change was not kept"}
      action={
        elsewhere ? (
          <Button size="sm" onClick={onReload}>
            Load the other one
          </Button>
        ) : (
          <Button size="sm" onClick={onRetry}>
            Try again
          </Button>
        )
      }
    >
      <p>{[messageOf(problem), ...fields].join(" ")}</p>
    </Notice>
  );
}
