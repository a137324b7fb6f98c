"use client";

import type { ChangeEvent } from "react";

export const checkStyle =
  "mark-check block size-5 cursor-pointer control-mark rounded-[3px] border border-rule-strong bg-paper-raised checked:border-green checked:bg-green";

/** Chooses every row of the table it stands in. */
export function SelectPage() {
  function toggle({ currentTarget: box }: ChangeEvent<HTMLInputElement>): void {
    for (const other of box.closest("table")?.querySelectorAll<HTMLInputElement>("input[name=slug]") ?? [])
      other.checked = box.checked;
  }
  return <input type="checkbox" aria-label="Select every row shown" className={checkStyle} onChange={toggle} />;
}
