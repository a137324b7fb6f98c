import type { Metadata } from "next";
import { ApprovalForm } from "@/components/settings/approval-form.tsx";
import { BannerForm } from "@/components/settings/banner-form.tsx";
import { DemoForm } from "@/components/settings/demo-form.tsx";
import { MailTest } from "@/components/settings/mail-test.tsx";
import { ReservedForm } from "@/components/settings/reserved-form.tsx";
import { TestMailOutcome } from "@/components/settings/test-mail-outcome.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { Section } from "@/components/ui/section.tsx";
import { adminPage } from "@/lib/auth/with-admin.ts";
import { adminMay } from "@/lib/domain/permissions.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { readSetting } from "@/lib/tenants/read-setting.ts";
import { findTestMail } from "@/lib/tenants/send-test-mail.ts";
import { saveApproval, saveBanner, saveDemo, saveReserved, testMail } from "./actions.ts";

export const metadata: Metadata = { title: "Settings" };

export default adminPage<object>("settings.read", async ({ user }) => {
  const [db, now] = [portalDb(), new Date()];
  const mayChange = adminMay(user.adminRole, "settings.manage");
  const [approval, reservedSlugs, demo, banner, mail] = await Promise.all([
    readSetting(db, "approval"),
    readSetting(db, "reservedSlugs"),
    readSetting(db, "demo"),
    readSetting(db, "banner"),
    mayChange ? findTestMail(db, user.email) : null,
  ]);
  return (
    <>
      <PageHeader title="Settings" subtitle="What holds for the whole installation. Changes are in the audit log." />
      {!mayChange && <Notice title="Owners change these settings; you can read them." className="max-w-xl" />}
      <Section isBeside id="approval" title="Approval" subtitle="Who decides about new clients." className="mt-10">
        <ApprovalForm value={approval} mayChange={mayChange} save={saveApproval} />
      </Section>
      <Section isBeside id="reserved" title="Reserved addresses" subtitle="Names that no client gets.">
        <ReservedForm slugs={reservedSlugs} mayChange={mayChange} save={saveReserved} />
      </Section>
      <Section
        isBeside
        id="demo"
        title="Demos and the warm pool"
        subtitle="What a visitor can have, and what waits for them."
      >
        <DemoForm value={demo} mayChange={mayChange} save={saveDemo} />
      </Section>
      <Section isBeside id="banner" title="Banner" subtitle="A line above every page of the portal.">
        <BannerForm value={banner} mayChange={mayChange} save={saveBanner} />
      </Section>
      {mayChange && (
        <Section
          isBeside
          id="mail-test"
          title="Mail test"
          subtitle={`Sends a mail to ${user.email}, the way all mail goes, and shows what becomes of it.`}
        >
          <div className="grid gap-4">
            <MailTest isWaiting={mail?.status === "queued"} send={testMail} />
            {mail && <TestMailOutcome mail={mail} now={now} />}
          </div>
        </Section>
      )}
    </>
  );
});
