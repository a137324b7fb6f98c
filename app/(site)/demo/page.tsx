import type { Metadata } from "next";
import { RefreshEvery } from "@/components/client/refresh-every.tsx";
import { DemoOffer } from "@/components/demo/demo-offer.tsx";
import { FormPage } from "@/components/site/form-page.tsx";
import { currentDemoVisit } from "@/lib/auth/demo-visit.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { findDemo } from "@/lib/tenants/find-demo.ts";
import { lookAtDemos } from "@/lib/tenants/look-at-demos.ts";
import { openDemo, returnToDemo } from "./actions.ts";

export const metadata: Metadata = { title: "Live demo" };

export default async function DemoPage() {
  const visit = await currentDemoVisit();
  const [outlook, mine] = await Promise.all([
    lookAtDemos(portalDb()),
    visit === null ? null : findDemo(portalDb(), visit),
  ]);
  return (
    <FormPage
      title="Step into a CMS of your own"
      intro="One click, no account: a live site with everything that clients get, for you alone."
    >
      <DemoOffer outlook={outlook} mine={mine} open={openDemo} comeBack={returnToDemo} />
      {outlook.state !== "open" && <RefreshEvery seconds={30} />}
    </FormPage>
  );
}
