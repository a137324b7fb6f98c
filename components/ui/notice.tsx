import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn.ts";

const tones = {
  info: { Icon: Info, frame: "border-busy bg-busy-soft", icon: "text-busy" },
  ok: { Icon: CircleCheck, frame: "border-ok bg-ok-soft", icon: "text-ok" },
  warn: { Icon: TriangleAlert, frame: "border-warn bg-warn-soft", icon: "text-warn" },
  bad: { Icon: CircleAlert, frame: "border-bad bg-bad-soft", icon: "text-bad" },
} as const;

export type NoticeTone = keyof typeof tones;

interface NoticeProps {
  tone?: NoticeTone;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
  /** Read out when it appears: “alert” interrupts. Leave out what was there from the start. */
  announce?: "status" | "alert";
}

/** A message that stays until its cause is gone. */
export function Notice({ tone = "info", title, children, action, className, announce }: NoticeProps) {
  const { Icon, frame, icon } = tones[tone];
  return (
    <div
      role={announce}
      className={cn("flex items-start gap-3 border-l-2 px-4 py-3 text-[0.9375rem]", frame, className)}
    >
      <Icon aria-hidden="true" strokeWidth={1.5} className={cn("mt-0.5 size-5 shrink-0", icon)} />
      <div className="min-w-0 flex-1 wrap-anywhere">
        {title && <p className="font-medium">{title}</p>}
        {children}
        {action && <div className="mt-3 flex flex-wrap gap-2">{action}</div>}
      </div>
    </div>
  );
}

interface BannerProps {
  tone?: NoticeTone;
  children: ReactNode;
  /** At the end of the line: “Stop viewing”. */
  action?: ReactNode;
}

/** Across the whole width above a page's header, while something holds for all of it. */
export function Banner({ tone = "info", children, action }: BannerProps) {
  const { Icon, frame, icon } = tones[tone];
  return (
    <div role="status" className={cn("border-b", frame)}>
      <div className="page flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-2.5 text-[0.9375rem]">
        <div className="flex min-w-0 items-start gap-2.5">
          <Icon aria-hidden="true" strokeWidth={1.5} className={cn("mt-0.5 size-5 shrink-0", icon)} />
          <div className="min-w-0 wrap-anywhere">{children}</div>
        </div>
        {action}
      </div>
    </div>
  );
}
