import { Link as Base } from "@tiptap/extension-link";
import { isSafeHref } from "@/features/editor/link/address.ts";

/** A link is where it leads to and a title; how it opens is the site's business. */
export const Link = Base.extend({
  addAttributes() {
    return { href: { default: null }, title: { default: null } };
  },
}).configure({
  openOnClick: false,
  autolink: true,
  linkOnPaste: true,
  markdownLinks: true,
  defaultProtocol: "https",
  HTMLAttributes: { target: null, rel: null, class: null },
  isAllowedUri: (href) => isSafeHref(href),
});
