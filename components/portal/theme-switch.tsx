"use client";

import { Toggle } from "@base-ui/react/toggle";
import { ToggleGroup } from "@base-ui/react/toggle-group";
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
  const isClient = useSyncExternalStore(never, () => true, () => false);
  return (
    <ToggleGroup
      aria-label="Colours"
      value={isClient && theme ? [theme] : []}
      onValueChange={([chosen]) => chosen && setTheme(chosen)}
      className="flex"
    >
      {choices.map(({ value, label, Icon }) => (
        <Toggle
          key={value}
          value={value}
          aria-label={label}
          title={label}
          className="grid size-8 cursor-pointer place-items-center text-ink-muted hover:text-ink data-pressed:text-ink data-pressed:[&>svg]:stroke-2"
        >
          <Icon aria-hidden="true" strokeWidth={1.25} className="size-4" />
        </Toggle>
      ))}
    </ToggleGroup>
  );
}
