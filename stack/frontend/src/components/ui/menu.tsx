import { Menu as Base } from "@base-ui/react/menu";
import type { ComponentProps } from "react";
import { cn } from "@/lib/cn.ts";

export const Menu = Base.Root;
export const MenuTrigger = Base.Trigger;

const itemClasses =
  "flex cursor-default select-none items-center gap-2.5 rounded-sm px-3 py-2 text-[0.9375rem] outline-none data-highlighted:bg-sunken data-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0";

type MenuContentProps = ComponentProps<typeof Base.Popup> & {
  align?: "start" | "center" | "end";
  side?: "top" | "bottom";
};

export function MenuContent({
  className,
  align = "end",
  side = "bottom",
  ...props
}: MenuContentProps) {
  return (
    <Base.Portal>
      <Base.Positioner align={align} side={side} sideOffset={6} className="z-50 outline-none">
        <Base.Popup
          className={cn(
            "min-w-52 max-w-[calc(100vw-2rem)] rounded border border-rule bg-raised p-1 shadow-[0_12px_32px_-8px_rgb(28_26_23/0.28)] outline-none transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0",
            className,
          )}
          {...props}
        />
      </Base.Positioner>
    </Base.Portal>
  );
}

export function MenuItem({ className, ...props }: ComponentProps<typeof Base.Item>) {
  return <Base.Item className={cn(itemClasses, className)} {...props} />;
}

export function MenuSeparator() {
  return <Base.Separator className="my-1 h-px bg-rule" />;
}
