import { cva } from "class-variance-authority";

/** What buttons, and links that look like them, wear. */
export const buttonStyle = cva(
  "inline-flex shrink-0 cursor-pointer items-center justify-center gap-2 rounded-base text-center font-medium transition-colors select-none disabled:cursor-not-allowed disabled:opacity-60 aria-disabled:cursor-default [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        primary: "bg-green text-on-green hover:bg-green-hover aria-disabled:opacity-60 disabled:hover:bg-green",
        secondary: "border border-rule-strong text-ink hover:bg-paper-sunken",
        quiet: "text-ink-muted hover:text-ink",
        danger: "bg-bad text-paper hover:bg-bad-hover aria-disabled:opacity-60 disabled:hover:bg-bad",
        link: "link font-normal",
      },
      size: {
        regular: "min-h-11 px-5 text-[0.9375rem]",
        small: "min-h-9 px-3 text-sm pointer-coarse:min-h-11",
        large: "min-h-13 px-7 text-lg",
        /** In a line of text. */
        inline: "min-h-6",
        icon: "size-11 [&_svg]:size-5",
        "icon-small": "size-9 pointer-coarse:size-11",
      },
    },
    defaultVariants: { variant: "primary", size: "regular" },
  },
);
