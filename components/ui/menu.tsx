"use client";

import { Menu as Base } from "@base-ui/react/menu";
import Link from "next/link";
import type { ComponentProps, ReactElement, ReactNode } from "react";
import { cn } from "./cn.ts";
import { popoverStyle } from "./popup.ts";

interface MenuProps {
  /** The button that opens it. */
  trigger: ReactElement;
  align?: "start" | "center" | "end";
  side?: "top" | "bottom";
  className?: string;
  children: ReactNode;
}

/** A list of things to do, opened by a button. */
export function Menu({ trigger, align = "end", side = "bottom", className, children }: MenuProps) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner align={align} side={side} sideOffset={6} className="z-50 outline-none">
          <Base.Popup className={cn(popoverStyle, "min-w-52 p-1", className)}>{children}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

const itemStyle =
  "flex min-h-9 cursor-pointer items-center gap-2.5 rounded-[3px] px-3 py-1.5 text-[0.9375rem] outline-none select-none data-disabled:cursor-not-allowed data-disabled:opacity-50 data-highlighted:bg-paper-sunken pointer-coarse:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0";

type MenuItemProps = ComponentProps<typeof Base.Item> & { tone?: "plain" | "danger" };

export function MenuItem({ tone = "plain", className, ...props }: MenuItemProps) {
  return <Base.Item className={cn(itemStyle, tone === "danger" && "text-bad", className)} {...props} />;
}

export function MenuLink({ href, className, children }: { href: string; className?: string; children: ReactNode }) {
  return (
    <Base.LinkItem closeOnClick className={cn(itemStyle, className)} render={<Link href={href} prefetch={false} />}>
      {children}
    </Base.LinkItem>
  );
}

export function MenuSeparator() {
  return <Base.Separator className="my-1 h-px bg-rule" />;
}
