import { Tabs as Base } from "@base-ui/react/tabs";
import type { ReactNode } from "react";

export type Tab = { value: string; label: string; content: ReactNode };

/** Panels of which one is shown; the arrow keys go from tab to tab. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <Base.Root defaultValue={tabs[0]?.value}>
      <Base.List
        aria-label={label}
        className="sticky top-0 z-20 flex gap-6 border-rule border-b bg-paper px-5"
      >
        {tabs.map((tab) => (
          <Base.Tab
            key={tab.value}
            value={tab.value}
            className="-mb-px border-transparent border-b-2 pt-3 pb-2.5 text-muted hover:text-ink data-active:border-green data-active:font-medium data-active:text-ink"
          >
            {tab.label}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map((tab) => (
        <Base.Panel key={tab.value} value={tab.value} className="px-5 pt-6 pb-16 outline-none">
          {tab.content}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
