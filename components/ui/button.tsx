import type { VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { buttonStyle } from "./button-style.ts";

type ButtonProps = Omit<ComponentProps<"button">, "disabled"> &
  VariantProps<typeof buttonStyle> & {
    /** At work: it keeps the focus, but pressing it does nothing. */
    busy?: boolean;
  };

export function Button({ variant, size, className, busy = false, onClick, type = "button", ...props }: ButtonProps) {
  return (
    <button
      type={type}
      aria-disabled={busy || undefined}
      className={buttonStyle({ variant, size, className })}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      {...props}
    />
  );
}
