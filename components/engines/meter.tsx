interface MeterProps {
  label: string;
  used: number;
  total: number;
  /** What the bar means in words: “12 GiB free of 24 GiB”. */
  text: string;
}

/** From this share on, what is left is little. */
const fullShare = 0.9;

/** How much of something is taken; the bar repeats what the words say. */
export function Meter({ label, used, total, text }: MeterProps) {
  const isFull = total > 0 && used / total >= fullShare;
  return (
    <div className="grid gap-1.5">
      <div className="flex items-baseline justify-between gap-4 text-[0.9375rem]">
        <span>{label}</span>
        <span className={isFull ? "text-sm text-warn tabular-nums" : "caption tabular-nums"}>{text}</span>
      </div>
      <svg
        aria-hidden="true"
        viewBox="0 0 100 2"
        preserveAspectRatio="none"
        className="h-1.5 w-full overflow-hidden rounded-full bg-paper-sunken"
      >
        <rect
          width={total > 0 ? Math.min(100, (100 * used) / total) : 0}
          height="2"
          className={isFull ? "fill-warn" : "fill-green"}
        />
      </svg>
    </div>
  );
}
