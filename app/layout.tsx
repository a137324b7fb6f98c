import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { Theme } from "@/components/portal/theme.tsx";
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
  return (
    <html lang="en" suppressHydrationWarning>
      <body>
        <a
          href="#main"
          className="absolute left-4 top-0 z-50 -translate-y-full bg-green px-4 py-2 text-on-green focus:translate-y-4"
        >
          Skip to content
        </a>
        <Theme nonce={nonce}>{children}</Theme>
      </body>
    </html>
  );
}
