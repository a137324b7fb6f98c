import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { ReloadWhenLost } from "@/components/portal/reload-when-lost.tsx";
import { Theme } from "@/components/portal/theme.tsx";
import { Banner } from "@/components/ui/notice.tsx";
import { currentBanner } from "@/lib/portal/current-banner.ts";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Freehold: a CMS of one’s own", template: "%s · Freehold" },
  description:
    "Freehold gives every client a content management system of their own: their own application, their own PostgreSQL, their own private network.",
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f7f3ea" },
    { media: "(prefers-color-scheme: dark)", color: "#171613" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? "";
  const banner = await currentBanner();
  return (
    <html lang="en" suppressHydrationWarning>
      <body>
        <ReloadWhenLost nonce={nonce} />
        <a
          href="#main"
          className="sr-only bg-green text-on-green focus:not-sr-only focus:absolute focus:top-3 focus:left-4 focus:z-50 focus:px-4 focus:py-2"
        >
          Skip to content
        </a>
        {banner && <Banner tone={banner.kind}>{banner.text}</Banner>}
        <Theme nonce={nonce}>{children}</Theme>
      </body>
    </html>
  );
}
