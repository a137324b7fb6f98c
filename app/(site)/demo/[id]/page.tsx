import type { Metadata } from "next";
import { RefreshEvery } from "@/components/client/refresh-every.tsx";
import { DemoForm } from "@/components/demo/demo-form.tsx";
import { FormPage } from "@/components/site/form-page.tsx";
import { ButtonLink } from "@/components/ui/button-link.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { Steps } from "@/components/ui/steps.tsx";
import { currentDemoVisit } from "@/lib/auth/demo-visit.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { edgePort } from "@/lib/portal/settings.ts";
import { findDemo } from "@/lib/tenants/find-demo.ts";
import { returnToDemo } from "../actions.ts";

export const metadata: Metadata = { title: "Your demo is being made", robots: { index: false } };

interface Props {
  params: Promise<{ id: string }>;
}

/** Whoever opened a demo watches it being made; nobody else sees more than that there is nothing. */
export default async function DemoBeingMade({ params }: Props) {
  const { id } = await params;
  const isMine = (await currentDemoVisit()) === id;
  const demo = isMine ? await findDemo(portalDb(), id, edgePort()) : null;
  if (demo === null) {
    return (
      <FormPage title="That demo is over">
        <p className="mb-6 text-lg text-ink-muted">What was in it is deleted, or it is not yours to look at.</p>
        <ButtonLink href="/demo">Open another one</ButtonLink>
      </FormPage>
    );
  }
  if (demo.state === "failed") {
    return (
      <FormPage title="This one did not come up">
        <p className="mb-6 text-lg text-ink-muted">
          It was our fault, and it does not happen often. Another one is being kept ready.
        </p>
        <ButtonLink href="/demo">Try another one</ButtonLink>
      </FormPage>
    );
  }
  const isReady = demo.state === "ready";
  return (
    <FormPage
      title={isReady ? "Your demo is ready" : "Your demo is being made"}
      intro={isReady ? "You are let in." : "All the finished ones are taken, so you can watch yours come up."}
    >
      <Steps
        label="What is done for your demo"
        steps={demo.steps.map(({ startedAt, ...step }) => ({
          ...step,
          startedAt: startedAt === null ? null : new Date(startedAt),
        }))}
      />
      <div className="mt-8">
        {isReady ? (
          <DemoForm action={returnToDemo} now>
            Go in
          </DemoForm>
        ) : (
          <>
            <RefreshEvery seconds={1} />
            <Notice>
              <p>A few seconds, usually. This page takes you in by itself as soon as it is ready.</p>
            </Notice>
          </>
        )}
      </div>
    </FormPage>
  );
}
