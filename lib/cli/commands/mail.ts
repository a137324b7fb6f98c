import { listMails, type OutboxMail } from "../../mail/list-mails.ts";
import type { Context } from "../context.ts";
import { withDatabase } from "../installation.ts";

interface MailOptions {
  readonly to?: string;
  readonly last: number;
}

/** Prints the outbox, the newest last, where the eye is. */
export async function mail(context: Context, options: MailOptions): Promise<undefined> {
  const mails = (await withDatabase(context, (db) => listMails(db, options))).reverse();
  context.out.result(mails, () => (mails.length === 0 ? ["No mail."] : mails.flatMap((one) => lines(one, context))));
  return undefined;
}

function lines({ at, to, subject, kind, status, lastError, text }: OutboxMail, { out }: Context): string[] {
  const body = text === "" ? ["(sent; its text is no longer kept)"] : text.trimEnd().split("\n");
  return [
    out.colours.bold(subject),
    `to ${to} · ${at.toISOString().slice(0, 16).replace("T", " ")} UTC · ${kind} · ${status}`,
    ...(lastError === null ? [] : [out.colours.red(lastError)]),
    ...body.map((line) => (line === "" ? "" : `    ${line}`)),
    "",
  ];
}
