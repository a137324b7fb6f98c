import { type ReactNode, useId } from "react";
import { cn } from "./cn.ts";

interface ProgressProps {
  label: ReactNode;
  /** Left out while nobody can say how much is done. */
  value?: number | undefined;
  max?: number;
  /** What the bar means in words: “12 of 40 clients”. */
  text?: ReactNode;
  className?: string;
}

export function Progress({ label, value, max = 100, text, className }: ProgressProps) {
  const id = useId();
  return (
    <div className={cn("grid gap-1.5", className)}>
      <div className="flex items-baseline justify-between gap-4 text-[0.9375rem]">
        <label htmlFor={id}>{label}</label>
        {text && <span className="caption tabular-nums">{text}</span>}
      </div>
      <progress id={id} value={value} max={max} className="progress-bar h-1.5 w-full" />
    </div>
  );
}
