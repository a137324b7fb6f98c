import { Monitor, Moon, Sun } from "lucide-react";
import { setTheme, type Theme, useTheme } from "@/lib/theme.ts";

const choices: readonly { theme: Theme; label: string; icon: typeof Sun }[] = [
  { theme: "light", label: "Light", icon: Sun },
  { theme: "dark", label: "Dark", icon: Moon },
  { theme: "system", label: "As the system", icon: Monitor },
];

export function ThemeToggle({ name }: { name: string }) {
  const current = useTheme();
  return (
    <fieldset className="flex">
      <legend className="sr-only">Theme</legend>
      {choices.map(({ theme, label, icon: Icon }) => (
        <label
          key={theme}
          title={label}
          className="relative grid size-9 cursor-pointer place-items-center rounded text-muted hover:bg-sunken hover:text-ink has-checked:bg-sunken has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-focus"
        >
          <input
            type="radio"
            name={name}
            className="absolute inset-0 cursor-pointer opacity-0"
            checked={current === theme}
            onChange={() => setTheme(theme)}
          />
          <Icon aria-hidden className="size-4" />
          <span className="sr-only">{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
