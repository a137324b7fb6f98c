import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ArrowUpRight } from "lucide-react";
import { buttonVariants } from "@/components/ui/button.tsx";
import { designQuery } from "@/features/design/api.ts";
import { useMay } from "@/features/session/use-user.ts";
import type { Site } from "@/features/site/api.ts";

/** The public site in small, in its own colours and type, and the ways to it. */
export function SiteCard({ site }: { site: Site }) {
  const { data: design } = useQuery(designQuery);
  const changes = useMay("site.write");
  const worn = design?.worn;
  return (
    <section aria-labelledby="site" className="border-rule-strong border-t pt-5">
      <div className="flex items-baseline justify-between gap-4">
        <h2 id="site" className="font-display text-2xl">
          The site
        </h2>
        {worn && <p className="text-muted text-sm">Theme: {worn.theme}</p>}
      </div>
      <div
        aria-hidden
        className="mt-4 grid min-h-44 content-between gap-6 rounded border border-rule bg-raised p-5"
        style={worn && { background: worn.paper, color: worn.ink, fontFamily: worn.display }}
      >
        <span className="flex items-center gap-1.5">
          <span
            className="h-1.5 w-10 rounded-full bg-green"
            style={worn && { background: worn.accent }}
          />
          <span className="h-1.5 w-5 rounded-full bg-current opacity-25" />
          <span className="h-1.5 w-5 rounded-full bg-current opacity-25" />
        </span>
        <span>
          <span className="line-clamp-2 font-semibold text-3xl leading-tight [overflow-wrap:anywhere]">
            {site.title}
          </span>
          {site.tagline && (
            <span className="mt-2 line-clamp-2 font-sans text-sm opacity-80">{site.tagline}</span>
          )}
        </span>
      </div>
      <div className="mt-3 flex flex-wrap gap-2">
        <a href="/" target="_blank" rel="noreferrer" className={buttonVariants({ size: "sm" })}>
          View the site
          <ArrowUpRight aria-hidden />
          <span className="sr-only">(opens in a new tab)</span>
        </a>
        {changes && (
          <Link to="/design" className={buttonVariants({ variant: "quiet", size: "sm" })}>
            Change its look
          </Link>
        )}
      </div>
    </section>
  );
}
