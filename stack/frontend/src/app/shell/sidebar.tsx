import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ArrowUpRight, Keyboard, LayoutList, type LucideIcon } from "lucide-react";
import { PaletteButton } from "@/app/palette/palette-button.tsx";
import { sectionGroupsFor } from "@/app/sections.ts";
import { Account } from "@/app/shell/account.tsx";
import { ThemeToggle } from "@/app/shell/theme-toggle.tsx";
import { Button } from "@/components/ui/button.tsx";
import { useCustomTypes } from "@/features/entries/custom-types.ts";
import { listLink, type ScreenLink } from "@/features/entries/links.ts";
import { useUser } from "@/features/session/use-user.ts";
import { siteQuery } from "@/features/site/api.ts";

type SidebarProps = {
  /** Tells this copy's controls from the other one's: it stands beside the page and in a drawer. */
  id: string;
  onShowShortcuts: () => void;
};

export function Sidebar({ id, onShowShortcuts }: SidebarProps) {
  const user = useUser();
  return (
    <div className="flex min-h-full flex-1 flex-col">
      <div className="px-5 pt-7 pb-5">
        <SiteTitle />
        <a
          href="/"
          target="_blank"
          rel="noreferrer"
          className="mt-2 inline-flex max-w-full items-center gap-1 text-muted text-sm underline-offset-4 hover:text-ink hover:underline"
        >
          <span className="truncate">View the site</span>
          <ArrowUpRight aria-hidden className="size-4 shrink-0" />
          <span className="sr-only">(opens in a new tab)</span>
        </a>
      </div>
      {/* The drawer has it in the bar that it slides over. */}
      <div className="px-3 pb-3 max-lg:hidden">
        <PaletteButton className="w-full" />
      </div>
      <nav aria-label="Main" className="border-rule border-t pt-3 pb-6">
        {sectionGroupsFor(user).map(({ id: group, label, sections }) => (
          <div key={group} className="not-first:mt-5">
            {label && (
              <h2 id={`${id}-${group}`} className="px-5 pb-1 text-muted text-sm">
                {label}
              </h2>
            )}
            <ul aria-labelledby={label ? `${id}-${group}` : undefined}>
              {sections.map(({ to, label, icon }) => (
                <Item key={to} link={{ to }} label={label} icon={icon} />
              ))}
              {group === "content" && <CustomTypes />}
            </ul>
          </div>
        ))}
      </nav>
      <div className="sticky bottom-0 mt-auto border-rule border-t bg-paper px-3 py-3">
        <Account />
        <div className="mt-2 flex items-center justify-between">
          <ThemeToggle name={`theme-${id}`} />
          <Button
            variant="quiet"
            size="icon"
            className="text-muted hover:text-ink"
            title="Keyboard shortcuts"
            onClick={onShowShortcuts}
          >
            <Keyboard aria-hidden />
            <span className="sr-only">Keyboard shortcuts</span>
          </Button>
        </div>
      </div>
    </div>
  );
}

/** What is written here beside pages and posts. */
function CustomTypes() {
  return useCustomTypes().map(({ key, plural }) => (
    <Item key={key} link={listLink(key)} label={plural} icon={LayoutList} />
  ));
}

type ItemProps = { link: ScreenLink; label: string; icon: LucideIcon };

function Item({ link, label, icon: Icon }: ItemProps) {
  return (
    <li>
      <Link
        {...link}
        activeOptions={{ includeSearch: false, exact: link.to === "/" }}
        className="flex items-center gap-3 border-transparent border-l-2 py-1.5 pr-5 lg:py-1 pl-[1.125rem] text-ink hover:bg-sunken aria-[current=page]:border-green aria-[current=page]:bg-sunken aria-[current=page]:font-medium"
      >
        <Icon aria-hidden className="size-[1.125rem] shrink-0 text-muted" strokeWidth={1.75} />
        <span className="min-w-0 truncate">{label}</span>
      </Link>
    </li>
  );
}

/** The site's own title; its host name until it is known. */
export function SiteTitle() {
  const { data: site } = useQuery(siteQuery);
  return (
    <p className="line-clamp-3 text-balance font-display text-2xl leading-[1.15] [overflow-wrap:anywhere]">
      {site?.title || location.hostname}
    </p>
  );
}
