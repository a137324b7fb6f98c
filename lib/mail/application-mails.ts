import type { MailContent } from "./compose-mail.ts";

/**
 * What Freehold writes to people about accounts and applications. Every URL is whole; what people
 * wrote themselves (names, reasons) is quoted as it is and escaped by compose-mail.
 */

/** Spoken of in mails as it is meant in code: lib/auth, `…LifetimeMs`. */
const forADay = "The link works once, for 24 hours.";
const notYou = "If this was not you, ignore this mail: nothing happens without the link.";

interface Application {
  readonly companyName: string;
  /** Where its site will be, without a scheme: `acme.localhost:8080`. */
  readonly address: string;
}

/** To somebody new: prove the address, and send the application on its way. */
export const verifyEmailMail = ({
  companyName,
  address,
  url,
}: Application & { readonly url: string }): MailContent => ({
  subject: "Confirm your email address",
  paragraphs: [
    `You asked for a site for ${companyName} at ${address}. Confirm that this is your email address, and your application goes on its way.`,
  ],
  action: { label: "Confirm", url },
  footnote: `${forADay} ${notYou} Do not confirm what you did not ask for.`,
});

/** The same to somebody who has an account: the page they came from could not say so. */
export const accountExistsMail = ({
  companyName,
  address,
  url,
}: Application & { readonly url: string }): MailContent => ({
  subject: "You have an account already",
  paragraphs: [
    `Somebody, probably you, asked for a site for ${companyName} at ${address} with this email address. You have an account already; your name and your password stay as they are.`,
    "Confirm, and you are signed in and the application is added to your account.",
  ],
  action: { label: "Sign in and add it", url },
  footnote: `${forADay} ${notYou}`,
});

export const approvedMail = ({ companyName, address, url }: Application & { readonly url: string }): MailContent => ({
  subject: `Your application for ${companyName} is approved`,
  paragraphs: [
    `${address} is being set up, which takes seconds. You get another mail when it is ready; you can also watch.`,
  ],
  action: { label: "Watch it come up", url },
});

export const readyMail = ({
  companyName,
  siteUrl,
  url,
}: {
  readonly companyName: string;
  readonly siteUrl: string;
  /** Their page in the portal. */
  readonly url: string;
}): MailContent => ({
  subject: `The CMS of ${companyName} is ready`,
  paragraphs: [
    "Your site answers, and your CMS waits for its first words. Open it from your page: you are signed in there without another password.",
  ],
  action: { label: "Go to your page", url },
  alsoSee: { label: "Your site", url: siteUrl },
});

export const rejectedMail = ({
  companyName,
  address,
  reason,
  url,
}: Application & { readonly reason: string; readonly url: string }): MailContent => ({
  subject: `About your application for ${companyName}`,
  paragraphs: [
    `We cannot set up ${address} as you asked. The reason:`,
    reason,
    "The address is free again. You are welcome to apply anew with what was wrong put right.",
  ],
  action: { label: "See your application", url },
});

export const signInLinkMail = ({ url }: { readonly url: string }): MailContent => ({
  subject: "Your link to sign in",
  paragraphs: ["Here is the link you asked for. It signs you in, on the browser you open it with."],
  action: { label: "Sign in", url },
  footnote: `The link works once, for 30 minutes. ${notYou}`,
});

export const resetPasswordMail = ({ url }: { readonly url: string }): MailContent => ({
  subject: "Set a new password",
  paragraphs: ["You asked to set a new password. You are signed out everywhere when you do."],
  action: { label: "Set a new password", url },
  footnote: `The link works once, for one hour. ${notYou} Your password stays as it is.`,
});

export const passwordChangedMail = ({ url }: { readonly url: string }): MailContent => ({
  subject: "Your password was changed",
  paragraphs: ["The password of your account was just changed, and every other browser was signed out."],
  action: { label: "It was not me: set a new one", url },
  footnote: "If it was you, there is nothing to do.",
});

/** To the new address. */
export const changeEmailMail = ({ url }: { readonly url: string }): MailContent => ({
  subject: "Confirm your new email address",
  paragraphs: ["You asked to use this email address for your account. Confirm it while signed in there."],
  action: { label: "Use this address", url },
  footnote: `${forADay} ${notYou}`,
});

/** To a new address that somebody else's account has; the page could not say so. */
export const emailTakenMail = ({ url }: { readonly url: string }): MailContent => ({
  subject: "This email address has an account already",
  paragraphs: [
    "Somebody, probably you, wanted to move another account to this email address. It has an account of its own, so nothing was changed.",
  ],
  action: { label: "Sign in", url },
  footnote: "If this was not you, there is nothing to do.",
});

/** To the old address. */
export const emailChangedMail = ({ email, url }: { readonly email: string; readonly url: string }): MailContent => ({
  subject: "Your email address was changed",
  paragraphs: [`Your account now belongs to ${email}. Mail about it goes there, and you sign in with it.`],
  action: { label: "It was not me", url },
  footnote: "If it was not you, write to whoever runs this service at once.",
});
