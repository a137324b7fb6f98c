"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTheme } from "next-themes";
import { useSyncExternalStore } from "react";

const choices = [
  { value: "light", label: "Light", Icon: Sun },
  { value: "system", label: "As the system", Icon: Monitor },
  { value: "dark", label: "Dark", Icon: Moon },
] as const;

const never = () => () => {};

export function ThemeSwitch() {
  const { theme, setTheme } = useTheme();
  // The server does not know what this browser chose.
  const isClient = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <fieldset className="flex">
      <legend className="sr-only">Colours</legend>
      {choices.map(({ value, label, Icon }) => (
        <label
          key={value}
          title={label}
          className="grid size-8 cursor-pointer place-items-center text-ink-muted hover:text-ink has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-focus has-checked:[&>svg]:stroke-2"
        >
          <input
            type="radio"
            name="theme"
            value={value}
            aria-label={label}
            checked={isClient && theme === value}
            onChange={() => setTheme(value)}
            className="sr-only"
          />
          <Icon aria-hidden="true" strokeWidth={1.25} className="size-4" />
        </label>
      ))}
    </fieldset>
  );
}
