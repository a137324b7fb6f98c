import type { Metadata } from "next";
import { DemoOffer } from "@/components/demo/demo-offer.tsx";
import { FormPage } from "@/components/site/form-page.tsx";
import { ButtonLink } from "@/components/ui/button-link.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { currentDemoVisit } from "@/lib/auth/demo-visit.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { findDemo } from "@/lib/tenants/find-demo.ts";
import { findDemoLink } from "@/lib/tenants/find-demo-link.ts";
import { lookAtDemos } from "@/lib/tenants/look-at-demos.ts";
import { openDemo, returnToDemo } from "../../demo/actions.ts";

export const metadata: Metadata = { title: "Your demo", robots: { index: false } };

interface Props {
  params: Promise<{ token: string }>;
}

export default async function InvestorPage({ params }: Props) {
  const { token } = await params;
  const visit = await currentDemoVisit();
  const [link, outlook, mine] = await Promise.all([
    findDemoLink(portalDb(), token),
    lookAtDemos(portalDb()),
    visit === null ? null : findDemo(portalDb(), visit),
  ]);
  if (link === null || (link.usesLeft === 0 && mine === null)) {
    return (
      <FormPage title="This link opens nothing any more">
        <Notice
          tone="warn"
          action={
            <ButtonLink href="/demo" size="small">
              Open the demo without it
            </ButtonLink>
          }
        >
          <p>It is used up, has expired or was never made. Whoever gave it to you can make another.</p>
        </Notice>
      </FormPage>
    );
  }
  return (
    <FormPage
      title={`Welcome, ${link.name}`}
      intro={link.greeting ?? "A live site with everything that clients get is yours to try, alone."}
    >
      <DemoOffer outlook={outlook} mine={mine} link={token} open={openDemo} comeBack={returnToDemo} />
    </FormPage>
  );
}
