import type { ReactNode } from "react";
import { cn } from "./cn.ts";

interface DescriptionListProps {
  entries: readonly (readonly [name: string, value: ReactNode])[];
  className?: string;
}

/** Names and values, as an entry in a register. Up to three columns; other numbers by `className`. */
export function DescriptionList({ entries, className }: DescriptionListProps) {
  return (
    <dl className={cn("grid border-t border-rule sm:grid-cols-2 sm:gap-x-12 lg:grid-cols-3", className)}>
      {entries.map(([name, value]) => (
        <div key={name} className="border-b border-rule py-3">
          <dt className="caption">{name}</dt>
          <dd className="wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
