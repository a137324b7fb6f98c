"use client";

import { Tabs as Base } from "@base-ui/react/tabs";
import type { ReactNode } from "react";
import { tabListStyle, tabStyle } from "./tab-style.ts";

export interface Tab {
  readonly value: string;
  readonly name: ReactNode;
  readonly content: ReactNode;
}

interface TabsProps {
  label: string;
  tabs: readonly Tab[];
  defaultValue?: string;
}

/** Views of one thing inside a page. Pages with addresses of their own are `LinkTabs`. */
export function Tabs({ label, tabs, defaultValue = tabs[0]?.value ?? "" }: TabsProps) {
  return (
    <Base.Root defaultValue={defaultValue}>
      <Base.List aria-label={label} className={tabListStyle}>
        {tabs.map(({ value, name }) => (
          <Base.Tab key={value} value={value} className={tabStyle}>
            {name}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map(({ value, content }) => (
        <Base.Panel key={value} value={value} className="pt-6">
          {content}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
