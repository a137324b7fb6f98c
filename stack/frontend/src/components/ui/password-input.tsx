import { Eye, EyeOff } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { Input } from "@/components/ui/input.tsx";

/** A password with a button that shows it; what the button does is said by its label. */
export function PasswordInput(props: Omit<ComponentProps<"input">, "type">) {
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <div className="relative">
      <Input
        {...props}
        type={shown ? "text" : "password"}
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        className="pr-12"
      />
      <button
        type="button"
        className="absolute inset-y-0 right-0 grid w-11 place-items-center rounded text-muted hover:text-ink"
        onClick={() => setShown(!shown)}
        aria-label={shown ? "Hide password" : "Show password"}
      >
        <Icon aria-hidden className="size-5" />
      </button>
    </div>
  );
}
