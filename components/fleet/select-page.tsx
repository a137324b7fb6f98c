"use client";

import type { ChangeEvent } from "react";
import { checkStyle } from "@/components/ui/check-style.ts";

/** Chooses every row of the table it stands in. */
export function SelectPage() {
  function toggle({ currentTarget: box }: ChangeEvent<HTMLInputElement>): void {
    for (const other of box.closest("table")?.querySelectorAll<HTMLInputElement>("input[name=slug]") ?? [])
      other.checked = box.checked;
  }
  return <input type="checkbox" aria-label="Select every row shown" className={checkStyle} onChange={toggle} />;
}
