import type { ReactNode } from "react";

type MessageProps = {
  title: string;
  children: ReactNode;
  /** Reads it out when it appears. */
  announce?: boolean;
};

/** Fills the place of content that is not there: empty, not found, failed. */
export function Message({ title, children, announce = false }: MessageProps) {
  return (
    <div
      className="grid max-w-lg justify-items-start gap-4 border-ink border-t pt-5"
      role={announce ? "alert" : undefined}
    >
      <h2 className="font-display text-3xl leading-tight">{title}</h2>
      {children}
    </div>
  );
}
