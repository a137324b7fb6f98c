import { Belongings } from "@/components/site/belongings.tsx";
import { BoundaryDrawing } from "@/components/site/boundary-drawing.tsx";
import { BoundaryKey } from "@/components/site/boundary-key.tsx";
import { ServiceStatus } from "@/components/site/service-status.tsx";
import { SurveyDrawing } from "@/components/site/survey-drawing.tsx";
import { WayDrawing } from "@/components/site/way-drawing.tsx";
import { ButtonLink } from "@/components/ui/button-link.tsx";
import { CommandLine } from "@/components/ui/command-line.tsx";
import { type OwnPlace, ownPlace } from "@/lib/auth/own-place.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { orWhileAway } from "@/lib/portal/or-while-away.ts";
import { readServiceStatus } from "@/lib/tenants/read-service-status.ts";

const way = [
  {
    step: "asked",
    name: "You ask",
    text: "A company name, an address, what to start with. A few short steps, and nothing is lost on the way back.",
  },
  {
    step: "granted",
    name: "We say yes",
    text: "Somebody looks at your application and decides. You are mailed either way, with a reason.",
  },
  {
    step: "built",
    name: "It is there",
    text: "You watch it come up, step by step, in seconds. Then you are in your CMS, without another password.",
  },
] as const;

export default async function LandingPage() {
  const asked = orWhileAway(() => readServiceStatus(portalDb()), null);
  const [status, place] = await Promise.all([asked, ownPlace()]);
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
          <Doors place={place} className="mt-10" />
          <p className="mt-5 max-w-md text-[0.9375rem] text-ink-muted">
            The demo needs no account: one click, and a whole CMS is yours for a while.
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

      <section aria-labelledby="way" className="border-y border-rule bg-paper-raised">
        <div className="page py-20 lg:py-28">
          <h2 id="way" className="mb-12 max-w-3xl text-4xl sm:text-5xl">
            How one moves in
          </h2>
          <ol className="grid gap-x-12 gap-y-12 md:grid-cols-3">
            {way.map(({ step, name, text }, index) => (
              <li key={name}>
                <div className="max-w-sm border-b border-ink pb-4 md:max-w-none">
                  <WayDrawing step={step} />
                </div>
                <h3 className="mt-4 flex items-baseline gap-3 font-display text-2xl leading-tight font-[480]">
                  <span className="text-green tabular-nums" aria-hidden="true">
                    {index + 1}
                  </span>
                  {name}
                </h3>
                <p className="mt-2 max-w-sm text-ink-muted">{text}</p>
              </li>
            ))}
          </ol>
        </div>
      </section>

      <div className="page grid gap-x-16 gap-y-16 py-20 lg:grid-cols-2">
        <section aria-labelledby="status">
          <h2 id="status" className="mb-6 text-3xl">
            How the service stands
          </h2>
          <ServiceStatus status={status} />
        </section>
        <section aria-labelledby="commands">
          <h2 id="commands" className="text-3xl">
            For whoever keeps the land
          </h2>
          <p className="mt-3 mb-5 max-w-md text-ink-muted">
            One command readies the ground, and one moves a client in. The second ends with a site that answers.
          </p>
          <div className="flex flex-col items-start gap-3">
            <CommandLine command="./freehold up" />
            <CommandLine command="./freehold onboard acme" />
          </div>
        </section>
      </div>

      <section aria-labelledby="next" className="border-t border-rule bg-green-soft">
        <div className="page flex flex-wrap items-end justify-between gap-x-16 gap-y-8 py-16 lg:py-20">
          <div>
            <h2 id="next" className="text-4xl sm:text-5xl">
              The next plot is free
            </h2>
            <p className="mt-4 max-w-xl text-lg text-ink-muted">
              A few answers, and it is staked out for you. Or walk around one first, just as it is.
            </p>
          </div>
          {place ? (
            <ButtonLink href="/sign-up" size="large" prefetch={false}>
              Ask for another site
            </ButtonLink>
          ) : (
            <Doors place={null} />
          )}
        </div>
      </section>
    </>
  );
}

/** The ways in from here; whoever is signed in has one already. */
function Doors({ place, className = "" }: { place: OwnPlace | null; className?: string }) {
  return (
    <div className={`flex flex-wrap items-center gap-3 ${className}`}>
      {place ? (
        <ButtonLink href={place.href} size="large" prefetch={false}>
          {place.go}
        </ButtonLink>
      ) : (
        <ButtonLink href="/sign-up" size="large" prefetch={false}>
          Sign up
        </ButtonLink>
      )}
      <ButtonLink href="/demo" variant="secondary" size="large" prefetch={false}>
        Try a live demo
      </ButtonLink>
    </div>
  );
}
