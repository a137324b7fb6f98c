import type { ReactNode } from "react";
import { SurveyDrawing } from "./survey-drawing.tsx";

interface FormPageProps {
  title: ReactNode;
  intro?: ReactNode;
  children: ReactNode;
  /** Under the form: “No account yet? Sign up”. */
  below?: ReactNode;
  /** Beside the form where there is room; a drawing unless said. */
  aside?: ReactNode;
}

/** The frame of signing in, signing up and resetting a password; the site's header is around it. */
export function FormPage({ title, intro, children, below, aside }: FormPageProps) {
  return (
    <div className="page grid gap-x-20 pt-8 pb-20 lg:grid-cols-[minmax(0,28rem)_1fr] lg:pt-14">
      <div className="w-full max-w-md">
        <h1 className="text-5xl">{title}</h1>
        {intro && <div className="mt-4 text-lg text-ink-muted">{intro}</div>}
        <div className="mt-8">{children}</div>
        {below && <div className="mt-8 border-t border-rule pt-4 text-[0.9375rem] text-ink-muted">{below}</div>}
      </div>
      <div className="self-center max-lg:hidden">{aside ?? <SurveyDrawing />}</div>
    </div>
  );
}
