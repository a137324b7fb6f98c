import type { ReactNode } from "react";

type MessageProps = {
  title: string;
  children: ReactNode;
  /** Reads it out when it appears. */
  announce?: boolean;
  /** "h1" where it stands for the whole screen. */
  heading?: "h1" | "h2";
};

/** Fills the place of content that is not there: empty, not found, failed. */
export function Message({
  title,
  children,
  announce = false,
  heading: Heading = "h2",
}: MessageProps) {
  return (
    <div className="grid max-w-lg justify-items-start gap-4" role={announce ? "alert" : undefined}>
      <Heading className="font-display text-3xl leading-tight">{title}</Heading>
      {children}
    </div>
  );
}
