import { useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import type { Part, Row, Section } from "@/features/entries/history/compare.ts";
import { inRuns } from "@/features/entries/history/runs.ts";
import { cn } from "@/lib/cn.ts";

type ComparisonProps = {
  sections: readonly Section[];
  labelOf: (key: string) => string;
  /** What stands on the left and on the right. */
  names: readonly [string, string];
};

/** Two versions side by side, the words marked that differ; below each other on a small screen. */
export function Comparison({ sections, labelOf, names }: ComparisonProps) {
  const [all, setAll] = useState(false);
  const differing = sections.filter(({ differs }) => differs);
  const shown = all ? sections : differing;
  return (
    <>
      {differing.length === 0 && (
        <p className="text-muted">These two hold the same, word for word.</p>
      )}
      <div className="grid gap-8">
        {shown.map((section) => (
          <section key={section.key} aria-label={labelOf(section.key)}>
            <h3 className="border-rule border-b pb-1.5 font-medium text-[0.9375rem]">
              {labelOf(section.key)}
            </h3>
            {section.onlyForm && (
              <p className="pt-2 text-muted text-sm">
                The words are the same; only how they are set differs.
              </p>
            )}
            <Rows rows={section.rows} names={names} />
          </section>
        ))}
      </div>
      {differing.length < sections.length && (
        <Button size="sm" className="mt-8" onClick={() => setAll(!all)}>
          {all ? "Show only what differs" : "Show all fields"}
        </Button>
      )}
    </>
  );
}

function Rows({ rows, names }: { rows: readonly Row[]; names: ComparisonProps["names"] }) {
  return (
    <div className="mt-2 grid gap-y-1.5">
      {inRuns(rows).map((run) => {
        if (run.kind === "left-out") {
          return (
            <p key={run.key} className="py-1 text-center text-muted text-sm">
              {run.count} lines that are the same
            </p>
          );
        }
        const { row } = run;
        const [before, after] =
          row.kind === "same"
            ? [[{ text: row.text, changed: false }], [{ text: row.text, changed: false }]]
            : [row.before, row.after];
        return (
          <div key={run.key} className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
            <Side
              name={names[0]}
              parts={before}
              mark="del"
              className={cn(row.kind === "same" && "max-sm:hidden")}
            />
            <Side name={names[1]} parts={after} mark="ins" />
          </div>
        );
      })}
    </div>
  );
}

type SideProps = {
  name: string;
  parts: readonly Part[];
  mark: "del" | "ins";
  className?: string;
};

function Side({ name, parts, mark: Mark, className }: SideProps) {
  const changed = parts.some((part) => part.changed);
  if (parts.length === 0) return <span className="max-sm:hidden" />;
  return (
    <p
      className={cn(
        "rounded-sm border-transparent border-l-2 px-2.5 py-0.5 text-[0.9375rem] [overflow-wrap:anywhere]",
        changed && (Mark === "del" ? "border-bad" : "border-ok"),
        className,
      )}
    >
      {changed && <span className="sr-only">{name}: </span>}
      {parts.map(({ text, changed }, place) =>
        changed ? (
          <Mark
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no name but their place
            key={place}
            className={cn(
              "rounded-sm px-0.5",
              Mark === "del"
                ? "bg-bad-soft text-bad decoration-1"
                : "bg-ok-soft text-ok no-underline",
            )}
          >
            {text}
          </Mark>
        ) : (
          text
        ),
      )}
    </p>
  );
}
