import { useEffect, useRef } from "react";
import { type Document, isDirty } from "@/features/entries/editor/document.ts";

/** Milliseconds of quiet after which what was typed is saved. */
const pause = 1_500;
/** Milliseconds after which it is saved although somebody is still typing. */
const longest = 15_000;
/** Milliseconds until a save that failed for a passing reason is tried again. */
const retry = 10_000;

/**
 * Milliseconds from `now` until the document saves itself; null while it must not: nothing to save,
 * no title yet, a decision to be taken, or a refusal that only the writer can mend.
 * `dirtySince` is when the first change was made that is not saved yet.
 */
export function autosaveDelay(doc: Document, dirtySince: number, now: number): number | null {
  if (!isDirty(doc) || doc.fields.title.trim() === "") return null;
  switch (doc.activity.kind) {
    case "idle":
      return Math.max(0, Math.min(pause, dirtySince + longest - now));
    case "failed":
      return doc.activity.passing ? retry : null;
    default:
      return null;
  }
}

type Autosave = {
  doc: Document;
  save: () => void;
  /** Whether the first save can wait: the address of a new entry is made of its whole title. */
  isHeld: () => boolean;
};

/** Saves what is typed once there is a pause, and at once when the window is left. */
export function useAutosave({ doc, save, isHeld }: Autosave): void {
  const latest = useRef({ doc, save, isHeld });
  useEffect(() => {
    latest.current = { doc, save, isHeld };
  });

  const dirty = isDirty(doc);
  const dirtySince = useRef(0);
  useEffect(() => {
    if (dirty) dirtySince.current = Date.now();
  }, [dirty]);

  useEffect(() => {
    const delay = autosaveDelay(doc, dirtySince.current, Date.now());
    if (delay === null) return;
    let timer = 0;
    const due = () => {
      if (latest.current.isHeld()) timer = window.setTimeout(due, pause);
      else latest.current.save();
    };
    timer = window.setTimeout(due, delay);
    return () => clearTimeout(timer);
  }, [doc]);

  useEffect(() => {
    const onHidden = () => {
      const { doc, save } = latest.current;
      if (document.hidden && autosaveDelay(doc, 0, 0) !== null) save();
    };
    document.addEventListener("visibilitychange", onHidden);
    return () => document.removeEventListener("visibilitychange", onHidden);
  }, []);
}
