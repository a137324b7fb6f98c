import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { Spinner } from "@/components/ui/spinner.tsx";
import { cn } from "@/lib/cn.ts";

export const buttonVariants = cva(
  "inline-flex shrink-0 select-none items-center justify-center gap-2 rounded font-medium whitespace-nowrap transition-colors disabled:cursor-not-allowed disabled:opacity-60 aria-disabled:cursor-default [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        primary: "bg-green text-on-green hover:bg-green-hover disabled:hover:bg-green",
        outline: "border border-rule-strong text-ink hover:bg-sunken",
        quiet: "text-ink hover:bg-sunken",
        danger: "bg-bad text-paper hover:opacity-90",
        link: "text-green underline decoration-1 underline-offset-4 hover:decoration-2",
      },
      size: {
        sm: "h-8 px-3 text-sm",
        md: "h-10 px-4 text-[0.9375rem]",
        lg: "h-12 px-6 text-base",
        icon: "size-10",
        "icon-sm": "size-8",
        inline: "h-auto p-0",
      },
    },
    defaultVariants: { variant: "outline", size: "md" },
  },
);

type ButtonProps = ComponentProps<"button"> &
  VariantProps<typeof buttonVariants> & {
    /** Shows that the action is under way; the button keeps its focus and ignores clicks. */
    busy?: boolean;
  };

export function Button({
  className,
  variant,
  size,
  busy = false,
  type = "button",
  children,
  onClick,
  ...props
}: ButtonProps) {
  return (
    <button
      type={type}
      className={cn(buttonVariants({ variant, size }), className)}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
      {...props}
    >
      {busy && <Spinner />}
      {children}
    </button>
  );
}
