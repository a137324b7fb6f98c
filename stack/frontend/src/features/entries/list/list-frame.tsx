import type { ReactNode } from "react";
import { ChooseAll } from "@/components/bulk/choose-all.tsx";
import { EntryBulkBar } from "@/features/entries/list/entry-bulk-bar.tsx";
import type { useEntryBulk } from "@/features/entries/list/use-entry-bulk.ts";

type ListFrameProps = {
  bulk: ReturnType<typeof useEntryBulk>;
  /** Whether anything can be done with what is chosen. */
  choosable: boolean;
  /** How many there are, in words. */
  counted: string;
  /** The rows. */
  children: ReactNode;
};

/** A list's rows between the box that chooses them all and what can be done with them. */
export function ListFrame({ bulk, choosable, counted, children }: ListFrameProps) {
  return (
    <>
      <div className="mt-4">
        <ChooseAll bulk={bulk} choosable={choosable} counted={counted} />
      </div>
      <ul>{children}</ul>
      <EntryBulkBar bulk={bulk} />
    </>
  );
}
