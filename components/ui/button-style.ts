import { cva } from "class-variance-authority";

/** What buttons, and links that look like them, wear. */
export const buttonStyle = cva(
  "inline-flex cursor-pointer items-center justify-center gap-2 rounded-base font-medium transition-colors aria-disabled:cursor-default",
  {
    variants: {
      variant: {
        primary: "bg-green text-on-green hover:bg-green-hover aria-disabled:opacity-60",
        secondary: "border border-rule-strong text-ink hover:bg-paper-sunken",
        quiet: "text-ink-muted hover:text-ink",
      },
      size: { regular: "min-h-11 px-5 text-[0.9375rem]", small: "min-h-9 px-3 text-sm" },
    },
    defaultVariants: { variant: "primary", size: "regular" },
  },
);
