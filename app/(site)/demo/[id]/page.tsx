import type { Metadata } from "next";
import { DemoProgress } from "@/components/demo/demo-progress.tsx";
import { FormPage } from "@/components/site/form-page.tsx";
import { ButtonLink } from "@/components/ui/button-link.tsx";
import { currentDemoVisit } from "@/lib/auth/demo-visit.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { readDemoProgress } from "@/lib/tenants/read-demo-progress.ts";
import { openDemo, returnToDemo } from "../actions.ts";

export const metadata: Metadata = { title: "Your demo", robots: { index: false } };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ link?: string | string[] }>;
}

/** Whoever opened a demo watches it being made; nobody else sees more than that there is nothing. */
export default async function DemoBeingMade({ params, searchParams }: Props) {
  const [{ id }, { link }] = await Promise.all([params, searchParams]);
  const isMine = (await currentDemoVisit()) === id;
  const first = isMine ? await readDemoProgress(portalDb(), id) : null;
  if (first === null) {
    return (
      <FormPage title="That demo is over">
        <p className="mb-6 text-lg text-ink-muted">What was in it is deleted, or it is not yours to look at.</p>
        <ButtonLink href="/demo">Open another one</ButtonLink>
      </FormPage>
    );
  }
  return (
    <FormPage title="Your demo">
      <DemoProgress
        key={id}
        id={id}
        first={first}
        enter={returnToDemo}
        again={openDemo}
        {...(typeof link === "string" && { link })}
      />
    </FormPage>
  );
}
