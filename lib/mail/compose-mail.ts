interface MailLink {
  readonly label: string;
  readonly url: string;
}

/** What a mail says; every mail of Freehold has this form. */
export interface MailContent {
  readonly subject: string;
  /** Plain text, one entry a paragraph. */
  readonly paragraphs: readonly string[];
  /** The one thing to do, as a link. */
  readonly action?: MailLink;
  /** What is worth a look as well; a plain link below. */
  readonly alsoSee?: MailLink;
  /** Smaller, below: why one gets this, what to do if one did not ask. */
  readonly footnote?: string;
}

/** A mail as text and as HTML that needs no pictures and runs nothing. Pure. */
export function composeMail(mail: MailContent): { text: string; html: string } {
  const { subject, paragraphs, action, alsoSee, footnote } = mail;
  const links = [action, alsoSee].flatMap((link) => (link ? [`${link.label}:\n${link.url}`] : []));
  const text = [...paragraphs, ...links, ...(footnote ? [footnote] : [])].join("\n\n").concat("\n\n--\nFreehold\n");
  const body = [
    `<h1 style="font:400 26px/1.2 Georgia,serif;color:#1c1b18;margin:0 0 20px">${escapeHtml(subject)}</h1>`,
    ...paragraphs.map((paragraph) => `<p style="margin:0 0 16px">${escapeHtml(paragraph)}</p>`),
    action
      ? `<p style="margin:24px 0"><a href="${escapeHtml(action.url)}" style="background:#1f4d3a;color:#ffffff;padding:12px 20px;text-decoration:none;display:inline-block">${escapeHtml(action.label)}</a></p>` +
        `<p style="margin:0 0 16px;color:#5c584e;font-size:14px">Or open ${escapeHtml(action.url)}</p>`
      : "",
    alsoSee
      ? `<p style="margin:0 0 16px">${escapeHtml(alsoSee.label)}: <a href="${escapeHtml(alsoSee.url)}" style="color:#1f4d3a">${escapeHtml(alsoSee.url)}</a></p>`
      : "",
    footnote
      ? `<p style="margin:24px 0 0;padding-top:16px;border-top:1px solid #d8d2c2;color:#5c584e;font-size:14px">${escapeHtml(footnote)}</p>`
      : "",
  ].join("");
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head><body style="margin:0;background:#f7f3ea"><div style="max-width:560px;margin:0 auto;padding:40px 24px;font:16px/1.6 Helvetica,Arial,sans-serif;color:#1c1b18">${body}</div></body></html>`;
  return { text, html };
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? "");
