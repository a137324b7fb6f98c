/** Schemes that a link may have; the server lets no other through. */
const schemes = new Set(["http:", "https:", "mailto:", "tel:"]);

/**
 * The address that was meant by what somebody typed or pasted into a link: a path on this site
 * stays as it is, an e-mail address and a telephone number get their scheme, a bare host https.
 * Null when it is none, or none that a page may link to.
 */
export function addressOf(typed: string): string | null {
  const text = typed.trim();
  if (text === "" || /\s/.test(text)) return telephone(text);
  if (/^(\/(?![/\\])|#|\?)/.test(text)) return text;
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(text)) return `mailto:${text}`;
  if (/^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[\w.-]+:\d+(\/|$)/.test(text)) return allowed(text);
  if (/^\/\//.test(text)) return allowed(`https:${text}`);
  if (/^([a-z0-9-]+\.)+[a-z]{2,}(:\d+)?([/?#].*)?$/i.test(text)) return allowed(`https://${text}`);
  if (/^localhost(:\d+)?([/?#].*)?$/i.test(text)) return allowed(`http://${text}`);
  return telephone(text);
}

function allowed(text: string): string | null {
  try {
    return schemes.has(new URL(text).protocol) ? text : null;
  } catch {
    return null;
  }
}

function telephone(text: string): string | null {
  const digits = text.replace(/[\s()./-]/g, "");
  return /^\+\d{6,15}$/.test(digits) ? `tel:${digits}` : null;
}

/** As people read it: without the scheme and the slash that add nothing. */
export function shownAddress(href: string): string {
  return href.replace(/^(https?:\/\/|mailto:|tel:)/, "").replace(/^([^/?#]+)\/$/, "$1");
}

/**
 * Whether a link may keep this address: any that has no scheme, or one that pages may link to. As
 * the browser reads it, which skips control characters and spaces.
 */
export function isSafeHref(href: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what hides a scheme
  const read = href.replace(/[\u0000-\u0020\u007f-\u00a0]/g, "");
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(read)?.[0];
  return scheme === undefined || schemes.has(scheme.toLowerCase());
}
