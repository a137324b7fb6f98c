import type { VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { buttonStyle } from "./button-style.ts";
import { cn } from "./cn.ts";
import { Spinner } from "./spinner.tsx";

export type ButtonProps = ComponentProps<"button"> &
  VariantProps<typeof buttonStyle> & {
    /** At work: it keeps the focus, but pressing it does nothing. */
    busy?: boolean;
  };

export function Button({
  variant,
  size,
  className,
  busy = false,
  onClick,
  type = "button",
  children,
  ...props
}: ButtonProps) {
  return (
    <button
      type={type}
      aria-disabled={busy || undefined}
      className={cn(buttonStyle({ variant, size }), className)}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      {...props}
    >
      {busy && <Spinner />}
      {children}
    </button>
  );
}
