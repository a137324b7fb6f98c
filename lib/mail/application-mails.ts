import type { MailContent } from "./compose-mail.ts";

interface AboutApplication {
  readonly id: string;
  readonly companyName: string;
}

/** @param portalUrl the portal's address, without a slash at the end */
export const approvedMail = ({ id, companyName }: AboutApplication, portalUrl: string): MailContent => ({
  subject: `${companyName} is approved`,
  paragraphs: [
    `Your application for ${companyName} was approved, and your site is being set up now. That takes a few seconds.`,
    "Open it to see your site, sign in to your CMS and invite the people you work with.",
  ],
  action: { label: "Open your site’s page", url: `${portalUrl}/applications/${id}` },
  footnote: "You get this mail because you applied for a site at Freehold.",
});

export const rejectedMail = (
  { companyName }: AboutApplication,
  reason: string | null,
  portalUrl: string,
): MailContent => ({
  subject: `About your application for ${companyName}`,
  paragraphs: [
    `We looked at your application for ${companyName} and cannot set up a site for you this time.`,
    ...(reason ? [`The reason: ${reason}`] : []),
    "You are welcome to apply again when that has changed.",
  ],
  action: { label: "Apply again", url: `${portalUrl}/sign-up` },
  footnote: "You get this mail because you applied for a site at Freehold.",
});
