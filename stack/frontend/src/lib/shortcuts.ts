import { useEffect, useRef, useSyncExternalStore } from "react";

/**
 * "mod+s" (⌘ on a Mac, Ctrl elsewhere), "mod+shift+p", a single key such as "/", or two in a row
 * such as "g p".
 */
export type Keys = string;

type KeyPress = Pick<KeyboardEvent, "key" | "metaKey" | "ctrlKey" | "shiftKey" | "altKey">;

/** Milliseconds within which the second key of a sequence has to follow. */
const sequence = 1_000;
const preference = "cms-single-keys";

export const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** The names a key press answers to, the longest sequence first. */
export function namesOf(press: KeyPress, previous: string | null): Keys[] {
  const mod = isMac ? press.metaKey : press.ctrlKey;
  const other = isMac ? press.ctrlKey : press.metaKey;
  if (other || press.altKey || press.key.length !== 1) return [];
  const key = press.key.toLowerCase();
  if (mod) return [`mod+${press.shiftKey ? "shift+" : ""}${key}`];
  return previous ? [`${previous} ${key}`, key] : [key];
}

/** Keys as people read them on their keyboard, one entry for each cap. */
export function keyCaps(keys: Keys): string[] {
  const names: Record<string, string> = {
    mod: isMac ? "⌘" : "Ctrl",
    shift: isMac ? "⇧" : "Shift",
  };
  return keys.split(/[+ ]/).map((key) => names[key] ?? key.toUpperCase());
}

const registered = new Map<Keys, (() => void)[]>();
let last: { key: string; at: number } | null = null;

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.repeat) return;
  const single = !(event.metaKey || event.ctrlKey);
  if (single && (!singleKeysOn() || isTyping(event.target))) return;
  if (isWindowOpen()) return;
  const previous = last && event.timeStamp - last.at < sequence ? last.key : null;
  last =
    single && event.key.length === 1 ? { key: event.key.toLowerCase(), at: event.timeStamp } : null;
  for (const name of namesOf(event, previous)) {
    const run = registered.get(name)?.at(-1);
    if (!run) continue;
    event.preventDefault();
    last = null;
    run();
    return;
  }
}

/** Whether keys belong to a window or a menu that stands over the screen. */
export function isWindowOpen(): boolean {
  return document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches("input:not([type=radio]), textarea, select"))
  );
}

/** Runs `run` when the keys are pressed while the component is on the screen; the newest wins. */
export function useShortcut(keys: Keys, run: () => void, enabled = true): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (!enabled) return;
    const call = () => latest.current();
    if (registered.size === 0) addEventListener("keydown", onKeyDown);
    registered.set(keys, [...(registered.get(keys) ?? []), call]);
    return () => {
      const rest = (registered.get(keys) ?? []).filter((other) => other !== call);
      if (rest.length > 0) registered.set(keys, rest);
      else registered.delete(keys);
      if (registered.size === 0) removeEventListener("keydown", onKeyDown);
    };
  }, [keys, enabled]);
}

const listeners = new Set<() => void>();
let singleKeys = readPreference();

function readPreference(): boolean {
  try {
    return localStorage.getItem(preference) !== "off";
  } catch {
    return true;
  }
}

function singleKeysOn(): boolean {
  return singleKeys;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Shortcuts without a modifier get in the way of speech input, so they can be switched off. */
export function setSingleKeys(on: boolean): void {
  singleKeys = on;
  try {
    localStorage.setItem(preference, on ? "on" : "off");
  } catch {
    // Blocked storage costs the memory of the choice, not the choice.
  }
  for (const listener of listeners) listener();
}

export function useSingleKeys(): boolean {
  return useSyncExternalStore(subscribe, singleKeysOn);
}
