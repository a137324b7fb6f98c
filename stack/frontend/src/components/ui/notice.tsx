import { CircleAlert, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/lib/cn.ts";

const tones = {
  bad: { icon: CircleAlert, classes: "border-bad bg-bad-soft", iconClasses: "text-bad" },
  warn: { icon: TriangleAlert, classes: "border-warn bg-warn-soft", iconClasses: "text-warn" },
  info: { icon: Info, classes: "border-green bg-green-soft", iconClasses: "text-green" },
};

type NoticeProps = {
  tone: keyof typeof tones;
  title?: string;
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
};

/** A message that stays until its cause is gone; announced when it appears. */
export function Notice({ tone, title, children, action, className }: NoticeProps) {
  const { icon: Icon, classes, iconClasses } = tones[tone];
  return (
    <div
      role={tone === "info" ? "status" : "alert"}
      className={cn(
        "flex items-start gap-3 border-l-2 px-4 py-3 text-[0.9375rem]",
        classes,
        className,
      )}
    >
      <Icon aria-hidden className={cn("mt-0.5 size-5 shrink-0", iconClasses)} />
      <div className="grid min-w-0 flex-1 gap-1">
        {title && <p className="font-semibold">{title}</p>}
        {children}
        {action && <div className="mt-1 flex flex-wrap gap-2">{action}</div>}
      </div>
    </div>
  );
}
