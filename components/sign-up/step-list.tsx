import Link from "next/link";
import { cn } from "@/components/ui/cn.ts";
import type { SignUpStep } from "@/lib/domain/sign-up-steps.ts";

const names: Record<SignUpStep, string> = {
  company: "Company",
  address: "Address",
  region: "Region",
  start: "Start",
  account: "You",
  review: "Review",
};

interface StepListProps {
  readonly steps: readonly SignUpStep[];
  readonly current: SignUpStep;
  /** Steps that can be opened. */
  readonly open: readonly SignUpStep[];
}

/** Where one is on the way, and the way back. */
export function StepList({ steps, current, open }: StepListProps) {
  return (
    <nav aria-label="Steps">
      <ol className="flex flex-wrap gap-x-5 gap-y-1 border-b border-rule pb-3 text-[0.9375rem]">
        {steps.map((step) => {
          const isCurrent = step === current;
          const classes = cn("inline-flex min-h-6 items-center", isCurrent ? "font-medium text-ink" : "text-ink-muted");
          return (
            <li key={step} aria-current={isCurrent ? "step" : undefined} className={classes}>
              {!isCurrent && open.includes(step) ? (
                <Link href={`/sign-up/${step}`} prefetch={false} className="link">
                  {names[step]}
                </Link>
              ) : (
                names[step]
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
