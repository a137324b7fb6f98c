import { Button as BaseButton } from "@base-ui/react/button";
import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";

const button = cva(
  "inline-flex min-h-11 cursor-pointer items-center justify-center gap-2 rounded-base px-5 text-[0.9375rem] font-medium transition-colors data-disabled:cursor-default data-disabled:opacity-60",
  {
    variants: {
      variant: {
        primary: "bg-green text-on-green hover:bg-green-hover",
        secondary: "border border-rule-strong bg-transparent text-ink hover:bg-paper-sunken",
        quiet: "px-2 text-ink-muted hover:text-ink",
      },
      size: { regular: "", small: "min-h-9 px-3 text-sm" },
    },
    defaultVariants: { variant: "primary", size: "regular" },
  },
);

type ButtonProps = ComponentProps<typeof BaseButton> & VariantProps<typeof button> & { className?: string };

export function Button({ variant, size, className, ...props }: ButtonProps) {
  return <BaseButton className={button({ variant, size, className })} {...props} />;
}
