import { Belongings } from "@/components/site/belongings.tsx";
import { BoundaryDrawing } from "@/components/site/boundary-drawing.tsx";
import { BoundaryKey } from "@/components/site/boundary-key.tsx";
import { SurveyDrawing } from "@/components/site/survey-drawing.tsx";
import { CommandLine } from "@/components/ui/command-line.tsx";

export default function LandingPage() {
  return (
    <>
      <section className="page grid items-center gap-x-12 gap-y-12 pt-8 pb-20 lg:grid-cols-[1fr_1.12fr] lg:pt-12 lg:pb-28">
        <div>
          <h1 className="text-[clamp(3.25rem,8.5vw,6.25rem)] leading-[0.98] font-[440] tracking-[-0.025em]">
            A CMS of one’s own
          </h1>
          <p className="mt-8 max-w-lg text-xl leading-relaxed text-ink-muted">
            Freehold gives every client a whole content management system to themselves: their own application, their
            own database, their own network. It is ready in seconds, and shared with nobody.
          </p>
        </div>
        <SurveyDrawing />
      </section>

      <section aria-labelledby="apart" className="border-y border-rule bg-paper-raised py-20 lg:py-28">
        <div className="page">
          <h2 id="apart" className="max-w-3xl text-4xl sm:text-5xl">
            Owned, not let
          </h2>
          <p className="mt-5 mb-14 max-w-2xl text-lg text-ink-muted">
            In most hosted systems a client is a row in a table that others have rows in too. One slip in one query, and
            neighbours read each other’s post. Here each client has land: a boundary on the plan, and a deed that says
            whose it is.
          </p>
          <div className="grid items-start gap-12 lg:grid-cols-[1.1fr_1fr] lg:gap-16">
            <BoundaryDrawing />
            <BoundaryKey />
          </div>
        </div>
      </section>

      <section aria-labelledby="belongings" className="page py-20 lg:py-28">
        <h2 id="belongings" className="mb-12 max-w-3xl text-4xl sm:text-5xl">
          What comes with the plot
        </h2>
        <Belongings />
      </section>

      <section aria-labelledby="commands" className="border-t border-rule">
        <div className="page grid items-center gap-8 py-16 lg:grid-cols-2">
          <div>
            <h2 id="commands" className="text-3xl">
              For whoever keeps the land
            </h2>
            <p className="mt-3 max-w-md text-ink-muted">
              One command readies the ground, and one moves a client in. The second ends with a site that answers.
            </p>
          </div>
          <div className="flex flex-col items-start gap-3">
            <CommandLine command="./freehold up" />
            <CommandLine command="./freehold onboard acme" />
          </div>
        </div>
      </section>
    </>
  );
}
