import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import {
  ArrowUpRight,
  Files,
  Images,
  Keyboard,
  KeyRound,
  ScrollText,
  Settings2,
  UsersRound,
  Webhook,
} from "lucide-react";
import { Account } from "@/app/shell/account.tsx";
import { ThemeToggle } from "@/app/shell/theme-toggle.tsx";
import { Button } from "@/components/ui/button.tsx";
import { may, type User } from "@/features/session/api.ts";
import { useUser } from "@/features/session/use-user.ts";
import { siteQuery } from "@/features/site/api.ts";

const sections = [
  { to: "/pages", label: "Pages", icon: Files, needs: "pages.read" },
  { to: "/media", label: "Media", icon: Images, needs: "media.read" },
  { to: "/people", label: "People", icon: UsersRound, needs: "people.read" },
  { to: "/tokens", label: "Tokens", icon: KeyRound, needs: "tokens.manage" },
  { to: "/webhooks", label: "Webhooks", icon: Webhook, needs: "webhooks.manage" },
  { to: "/audit", label: "Audit log", icon: ScrollText, needs: "audit.read" },
  { to: "/settings", label: "Site settings", icon: Settings2, needs: "site.read" },
] as const;

type SidebarProps = {
  /** Tells this copy's controls from the other one's: it stands beside the page and in a drawer. */
  id: string;
  onShowShortcuts: () => void;
};

export function Sidebar({ id, onShowShortcuts }: SidebarProps) {
  const user = useUser();
  return (
    <div className="flex min-h-full flex-1 flex-col">
      <div className="px-5 pt-7 pb-6">
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
      <nav aria-label="Main" className="border-rule border-t py-3">
        <ul>
          {offered(user).map(({ to, label, icon: Icon }) => (
            <li key={to}>
              <Link
                to={to}
                activeOptions={{ includeSearch: false }}
                className="flex items-center gap-3 border-transparent border-l-2 py-2 pr-5 pl-[1.125rem] text-muted hover:text-ink aria-[current=page]:border-green aria-[current=page]:font-medium aria-[current=page]:text-ink"
              >
                <Icon aria-hidden className="size-[1.125rem]" />
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="mt-auto border-rule border-t px-3 py-3">
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

const offered = (user: User) => sections.filter(({ needs }) => may(user, needs));

/** The site's own title; its host name until it is known. */
export function SiteTitle() {
  const { data: site } = useQuery(siteQuery);
  return (
    <p className="line-clamp-3 text-balance font-display text-2xl leading-[1.15] [overflow-wrap:anywhere]">
      {site?.title || location.hostname}
    </p>
  );
}
