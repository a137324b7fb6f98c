import { ChevronRight } from "lucide-react";
import { type ReactNode, useId } from "react";

type SectionProps = { title: string; children: ReactNode };

/** A part of the details, under its name. */
export function Section({ title, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="border-rule border-b py-6">
      <h2 id={id} className="font-display text-xl leading-tight">
        {title}
      </h2>
      <div className="mt-4 grid grid-cols-1 gap-5">{children}</div>
    </section>
  );
}

type FoldedSectionProps = SectionProps & {
  /** Opens it for something that has to be seen. */
  opened: boolean;
};

/** The same for what is not always needed. */
export function FoldedSection({ title, opened, children }: FoldedSectionProps) {
  return (
    <details className="group/fold border-rule border-b py-6" {...(opened ? { open: true } : {})}>
      <summary className="flex cursor-pointer list-none items-center gap-1.5 rounded-sm [&::-webkit-details-marker]:hidden">
        <h2 className="font-display text-xl leading-tight">{title}</h2>
        <ChevronRight
          aria-hidden
          className="size-4 text-muted transition-transform group-open/fold:rotate-90"
        />
      </summary>
      <div className="mt-4 grid grid-cols-1 gap-5">{children}</div>
    </details>
  );
}
