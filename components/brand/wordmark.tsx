import Link from "next/link";
import { Mark } from "./mark.tsx";

export function Wordmark({ href }: { href: string }) {
  return (
    <Link href={href} prefetch={false} className="inline-flex items-center gap-2.5 py-1 text-ink">
      <Mark className="size-6" />
      <span className="font-display text-[1.375rem] leading-none font-[520] tracking-[-0.015em]">Freehold</span>
    </Link>
  );
}
