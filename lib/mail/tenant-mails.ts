import type { MailContent } from "./compose-mail.ts";

interface AboutTenant {
  readonly name: string;
  /** Their page in the portal; null where nobody knows the portal's address. */
  readonly url: string | null;
}

const link = (label: string, url: string | null) => (url === null ? {} : { action: { label, url } });

export const suspendedMail = ({ name, url, reason }: AboutTenant & { readonly reason: string }): MailContent => ({
  subject: `${name} is suspended`,
  paragraphs: [
    `The site of ${name} is closed to visitors for now, and its CMS does not answer. The reason:`,
    reason,
    "Nothing is lost: everything in it is kept. Answer this mail or write to us to have it opened again.",
  ],
  ...link("See your site’s page", url),
});

export const resumedMail = ({ name, url }: AboutTenant): MailContent => ({
  subject: `${name} is open again`,
  paragraphs: [`The site and the CMS of ${name} are back, with everything that was in them.`],
  ...link("Open your site’s page", url),
});
