import { Monitor, Moon, Smartphone, Sun } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { Design, Designing } from "@/features/design/api.ts";
import { cn } from "@/lib/cn.ts";

type PreviewFrameProps = { designing: Designing; title: string };

/**
 * The public site itself, in the design that was kept last. Colours, type and measures follow in
 * the page that is shown; for everything else it is loaded again where it was.
 */
export function PreviewFrame({ designing, title }: PreviewFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [phone, setPhone] = useState(false);
  const [dark, setDark] = useState(false);
  const [first] = useState(designing.previewUrl);
  const shown = useRef(designing);
  const night = useRef(dark);
  const scroll = useRef(0);

  useEffect(() => {
    const before = shown.current;
    if (before.version === designing.version) return;
    shown.current = designing;
    const page = frame.current?.contentDocument;
    if (!page?.documentElement) return;
    if (around(before.design) === around(designing.design))
      dress(page, designing, () => shine(page, night.current));
    else {
      scroll.current = page.scrollingElement?.scrollTop ?? 0;
      frame.current?.contentWindow?.location.reload();
    }
  }, [designing]);

  useEffect(() => {
    night.current = dark;
    const page = frame.current?.contentDocument;
    if (page?.documentElement) shine(page, dark);
  }, [dark]);

  const onLoad = () => {
    const page = frame.current?.contentDocument;
    if (!page) return;
    // The site has no scripts; one that is clicked must not take the frame away from it.
    page.addEventListener("click", openElsewhere);
    shine(page, night.current);
    if (scroll.current > 0) page.scrollingElement?.scrollTo({ top: scroll.current });
    scroll.current = 0;
  };

  return (
    <div className="flex min-h-0 flex-1 flex-col bg-sunken">
      <div className="flex items-center justify-between gap-4 border-rule border-b bg-paper px-4 py-1.5 sm:px-5">
        <fieldset className="flex gap-1">
          <legend className="sr-only">Width of the preview</legend>
          <Toggle label="Desktop" pressed={!phone} onPress={() => setPhone(false)}>
            <Monitor aria-hidden />
          </Toggle>
          <Toggle label="Phone" pressed={phone} onPress={() => setPhone(true)}>
            <Smartphone aria-hidden />
          </Toggle>
        </fieldset>
        <fieldset className="flex gap-1">
          <legend className="sr-only">Light of the preview</legend>
          <Toggle label="By day" pressed={!dark} onPress={() => setDark(false)}>
            <Sun aria-hidden />
          </Toggle>
          <Toggle label="By night" pressed={dark} onPress={() => setDark(true)}>
            <Moon aria-hidden />
          </Toggle>
        </fieldset>
      </div>
      <div className={cn("flex min-h-0 flex-1 justify-center", phone && "sm:p-5")}>
        <iframe
          ref={frame}
          title={`Preview of ${title}`}
          src={first}
          sandbox="allow-same-origin allow-forms"
          onLoad={onLoad}
          className={cn(
            "h-full min-h-[30rem] w-full border-0 bg-paper",
            phone && "max-w-[390px] shadow-[0_12px_40px_-12px_rgb(28_26_23/0.4)] sm:rounded",
          )}
        />
      </div>
    </div>
  );
}

type ToggleProps = {
  label: string;
  pressed: boolean;
  onPress: () => void;
  children: React.ReactNode;
};

function Toggle({ label, pressed, onPress, children }: ToggleProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      title={label}
      onClick={onPress}
      className="inline-flex size-9 items-center justify-center rounded text-muted hover:bg-sunken hover:text-ink aria-pressed:bg-sunken aria-pressed:text-ink [&_svg]:size-4"
    >
      {children}
      <span className="sr-only">{label}</span>
    </button>
  );
}

/** What of a design stands in the page itself and not in its style sheet. */
function around({ logo, icon, shareImage, footerText, headerMenu, footerMenu }: Design): string {
  return JSON.stringify([logo, icon, shareImage, footerText, headerMenu, footerMenu]);
}

/** Puts the page that is shown into another look; the old one stays until the new one is there. */
function dress(page: Document, { design, styleUrl }: Designing, onWorn: () => void): void {
  const root = page.documentElement;
  const wear = () => {
    root.dataset.theme = design.theme;
    if (design.header === "centred") root.dataset.header = "centred";
    else delete root.dataset.header;
    for (const old of page.querySelectorAll("link[data-design]")) if (old !== link) old.remove();
    onWorn();
  };
  const link = page.createElement("link");
  link.rel = "stylesheet";
  link.href = styleUrl;
  link.dataset.design = "";
  link.addEventListener("load", wear);
  page.head.append(link);
}

/** Rules that are for the dark, once their condition has been replaced. */
const nightRules = new WeakSet<CSSRule>();

/** Shows the page as at that time of day, whatever the device is set to. */
function shine(page: Document, dark: boolean): void {
  for (const sheet of Array.from(page.styleSheets)) {
    for (const rule of Array.from(sheet.cssRules)) {
      // Of another window, so no instance of this one's classes.
      if (!("media" in rule)) continue;
      const { media } = rule as CSSMediaRule;
      if (media.mediaText.includes("prefers-color-scheme")) nightRules.add(rule);
      if (nightRules.has(rule)) media.mediaText = dark ? "all" : "not all";
    }
  }
}

function openElsewhere(event: MouseEvent): void {
  const target = event.target as Element | null;
  const link = target?.closest("a[href]");
  if (!link) return;
  const { href, origin, pathname } = link as HTMLAnchorElement;
  if (origin === location.origin && pathname.startsWith("/_preview/")) return;
  event.preventDefault();
  window.open(href, "_blank", "noopener,noreferrer");
}
