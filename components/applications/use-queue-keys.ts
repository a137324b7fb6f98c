"use client";

import { useEffect, useState } from "react";
import { type QueueCommand, queueCommand } from "./queue-keys.ts";

const remembered = "freehold.queue-keys";

/** Single keys for the queue while they are switched on; the choice is remembered on this device. */
export function useQueueKeys(run: (command: QueueCommand) => void): [isOn: boolean, switchTo: (on: boolean) => void] {
  const [isOn, setOn] = useState(true);

  useEffect(() => setOn(localStorage.getItem(remembered) !== "off"), []);

  useEffect(() => {
    if (!isOn) return;
    function onKeyDown(event: KeyboardEvent): void {
      const command = queueCommand({
        key: event.key,
        ctrlKey: event.ctrlKey,
        metaKey: event.metaKey,
        altKey: event.altKey,
        place: placeOf(event.target),
      });
      if (command === null) return;
      event.preventDefault();
      run(command);
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [isOn, run]);

  function switchTo(on: boolean): void {
    setOn(on);
    localStorage.setItem(remembered, on ? "on" : "off");
  }
  return [isOn, switchTo];
}

function placeOf(target: EventTarget | null): "text" | "window" | "page" {
  if (document.querySelector("dialog[open], [role=menu]")) return "window";
  if (!(target instanceof HTMLElement)) return "page";
  const takesText =
    target.isContentEditable ||
    target.matches("textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=submit])");
  return takesText ? "text" : "page";
}
