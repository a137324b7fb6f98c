"use client";

import { Eye, EyeOff } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { cn } from "./cn.ts";
import { Input } from "./input.tsx";

/** A password with a button that shows it; what the button does is said by its label. */
export function PasswordInput({ className, ...props }: Omit<ComponentProps<"input">, "type">) {
  const [isShown, setShown] = useState(false);
  const Icon = isShown ? EyeOff : Eye;
  return (
    <div className="relative">
      <Input
        {...props}
        type={isShown ? "text" : "password"}
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        className={cn("pr-12", className)}
      />
      <button
        type="button"
        className="absolute inset-y-0 right-0 grid w-11 cursor-pointer place-items-center rounded-base text-ink-muted hover:text-ink focus-visible:-outline-offset-2"
        onClick={() => setShown(!isShown)}
        aria-label={isShown ? "Hide password" : "Show password"}
      >
        <Icon aria-hidden="true" strokeWidth={1.5} className="size-5" />
      </button>
    </div>
  );
}
