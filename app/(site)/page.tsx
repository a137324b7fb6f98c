import Link from "next/link";
import { Belongings } from "@/components/site/belongings.tsx";
import { BoundaryDrawing } from "@/components/site/boundary-drawing.tsx";
import { BoundaryKey } from "@/components/site/boundary-key.tsx";
import { ServiceStatus } from "@/components/site/service-status.tsx";
import { SurveyDrawing } from "@/components/site/survey-drawing.tsx";
import { ButtonLink } from "@/components/ui/button-link.tsx";
import { CommandLine } from "@/components/ui/command-line.tsx";
import { portalDb } from "@/lib/portal/database.ts";
import { readServiceStatus } from "@/lib/tenants/read-service-status.ts";

const way = [
  {
    name: "You ask",
    text: "A company name, an address, what to start with. A few short steps, and nothing is lost on the way back.",
  },
  {
    name: "We say yes",
    text: "Somebody looks at your application and decides. You are mailed either way, with a reason.",
  },
  {
    name: "It is there",
    text: "You watch it come up, step by step, in seconds. Then you are in your CMS, without another password.",
  },
] as const;

export default async function LandingPage() {
  // Without its database the portal still has something to say.
  const status = await Promise.resolve()
    .then(() => readServiceStatus(portalDb()))
    .catch(() => null);
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
          <div className="mt-10 flex flex-wrap items-center gap-3">
            <ButtonLink href="/sign-up" size="large" prefetch={false}>
              Sign up
            </ButtonLink>
            <ButtonLink href="/demo" variant="secondary" size="large" prefetch={false}>
              Try a live demo
            </ButtonLink>
          </div>
          <p className="mt-4 text-[0.9375rem] text-ink-muted">
            The demo is a whole CMS of your own for an hour, without an account. Here already?{" "}
            <Link href="/sign-in" prefetch={false} className="link">
              Sign in
            </Link>
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

      <section aria-labelledby="way" className="border-t border-rule">
        <div className="page py-20 lg:py-28">
          <h2 id="way" className="mb-12 max-w-3xl text-4xl sm:text-5xl">
            How one moves in
          </h2>
          <ol className="grid gap-x-12 gap-y-8 md:grid-cols-3">
            {way.map(({ name, text }, index) => (
              <li key={name} className="border-t border-ink pt-4">
                <p className="caption">{index + 1}</p>
                <h3 className="mt-1 font-display text-2xl leading-tight font-[480]">{name}</h3>
                <p className="mt-2 max-w-sm text-ink-muted">{text}</p>
              </li>
            ))}
          </ol>
        </div>
      </section>

      <section aria-labelledby="status" className="border-t border-rule bg-paper-raised">
        <div className="page py-16">
          <h2 id="status" className="mb-6 text-3xl">
            How the service stands
          </h2>
          <ServiceStatus status={status} />
        </div>
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
