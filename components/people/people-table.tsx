import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn.ts";
import { RowTh, Table, Th } from "@/components/ui/table.tsx";

/** On a phone everybody is a line with their name, and beneath it the rest of their row. */
export function PeopleTable({ caption, children }: { caption: string; children: ReactNode }) {
  return (
    <Table
      caption={caption}
      // Browsers keep the meaning of a table, whatever it is displayed as.
      className={cn(
        "max-sm:block max-sm:[&_thead]:sr-only max-sm:[&_tbody]:block",
        "max-sm:[&_tbody_tr]:flex max-sm:[&_tbody_tr]:flex-wrap max-sm:[&_tbody_tr]:items-center max-sm:[&_tbody_tr]:justify-between",
        "max-sm:[&_tbody_tr]:gap-x-4 max-sm:[&_tbody_tr]:gap-y-1 max-sm:[&_tbody_tr]:py-3",
        "max-sm:[&_:is(td,th[scope=row])]:p-0 max-sm:[&_td:empty]:hidden max-sm:[&_th[scope=row]]:w-full max-sm:[&_td:last-child]:ml-auto",
        "sm:[&_:is(td,th[scope=row])]:align-middle",
      )}
    >
      {children}
    </Table>
  );
}

interface PersonThProps {
  name: string | null;
  email: string;
  isYou: boolean;
}

/** Who a row is about. */
export function PersonTh({ name, email, isYou }: PersonThProps) {
  return (
    <RowTh className="min-w-40 wrap-anywhere">
      {name ?? email}
      {isYou && <span className="font-normal text-ink-muted"> (you)</span>}
      {name && <span className="block font-normal text-ink-muted">{email}</span>}
    </RowTh>
  );
}

/** Over what can be done about each of them. */
export function ActionsTh() {
  return (
    <Th>
      <span className="sr-only">Actions</span>
    </Th>
  );
}
