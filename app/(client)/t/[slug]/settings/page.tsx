import type { Metadata } from "next";
import { CloseAccount, ReopenAccount } from "@/components/client/danger-zone.tsx";
import { SettingsForm } from "@/components/client/settings-form.tsx";
import { DescriptionList } from "@/components/ui/description-list.tsx";
import { Section } from "@/components/ui/section.tsx";
import { age, moment } from "@/components/ui/time.ts";
import { tenantPage } from "@/lib/auth/with-tenant.ts";
import { finalBackupDays, graceDays } from "@/lib/domain/closing.ts";
import { close, configure, reopen } from "../actions.ts";
import { TenantShell } from "../tenant-shell.tsx";

interface Props {
  params: Promise<{ slug: string }>;
}

export const metadata: Metadata = { title: "Settings" };

export default tenantPage<Props>("tenant.read", async (context) => {
  const { slug, name, intent, purgeAt, may, isViewing } = context;
  const configures = may("tenant.configure") && !isViewing;
  const closes = may("tenant.close") && !isViewing;
  return (
    <TenantShell context={context}>
      {({ contactEmail, row }) => (
        <>
          <Section id="company" title="Your company" className="mt-0">
            {configures ? (
              <SettingsForm slug={slug} name={name} contactEmail={contactEmail ?? ""} configure={configure} />
            ) : (
              <DescriptionList
                entries={[
                  ["Company", name],
                  ["Contact", contactEmail ?? "Nobody named"],
                ]}
              />
            )}
          </Section>
          <Section id="address" title="Your address" subtitle="It was chosen with the account and stays the same.">
            <p className="font-mono text-[0.9375rem] wrap-anywhere">{row.url}</p>
          </Section>
          <Section id="danger" title="Close the account">
            {intent === "closed" ? (
              <>
                <p className="mb-4 max-w-prose">
                  The account is closed.{" "}
                  {purgeAt &&
                    `Its content, files and database are deleted in ${age(new Date(), purgeAt)}, on ${moment(purgeAt)}.`}
                </p>
                {closes && <ReopenAccount slug={slug} reopen={reopen} />}
              </>
            ) : (
              <>
                <ul className="mb-6 grid max-w-prose list-disc gap-1.5 pl-5 text-ink-muted">
                  <li>Your site and your CMS stop at once; visitors read that the site is closed.</li>
                  <li>For {graceDays} days everything is kept, and an owner can take the closing back.</li>
                  <li>
                    After that, content, files and database are deleted. A last copy of texts and files is kept for{" "}
                    {finalBackupDays} days more, in case of an error of ours; then that goes too.
                  </li>
                  <li>Owners get a mail now, and again three days and one day before.</li>
                </ul>
                {closes ? (
                  <CloseAccount slug={slug} name={name} days={graceDays} close={close} />
                ) : (
                  <p className="text-ink-muted">Only an owner can close the account.</p>
                )}
              </>
            )}
          </Section>
        </>
      )}
    </TenantShell>
  );
});
