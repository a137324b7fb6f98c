import { ArrowUpRight } from "lucide-react";

/** A client's site, in a tab of its own. */
export function SiteLink({ url }: { url: string }) {
  return (
    <a href={url} target="_blank" rel="noreferrer" className="link wrap-anywhere">
      {url.replace(/^https?:\/\//, "")}
      <ArrowUpRight aria-hidden="true" strokeWidth={1.5} className="ml-0.5 inline size-3.5 align-[-0.1em]" />
      <span className="sr-only">(opens in a new tab)</span>
    </a>
  );
}
