import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useRef, useState } from "react";
import {
  createEntry,
  deleteEntry,
  discardChanges,
  publishEntry,
  type Schedule,
  saveEntry,
  scheduleEntry,
  submitEntry,
  unpublishEntry,
} from "@/features/entries/api.ts";
import type { Document, FieldsChange } from "@/features/entries/editor/document.ts";
import * as document from "@/features/entries/editor/document.ts";
import type { Entry, EntryData } from "@/features/entries/entry.ts";
import { restoreRevision } from "@/features/entries/history/api.ts";
import { entriesKey, entryListsKey, entryQuery, fetchEntry } from "@/features/entries/queries.ts";
import { ApiError } from "@/lib/api-error.ts";

export type Work =
  | "saving"
  | "publishing"
  | "submitting"
  | "unpublishing"
  | "scheduling"
  | "restoring"
  | "deleting";

/** Null is what could not be done; the document says why. */
type Done = Promise<Entry | null>;

export type DocumentActions = {
  edit: (change: FieldsChange) => void;
  save: (how?: { autosave: boolean }) => Done;
  /** Saves first if need be, as do `submit` and `schedule`. */
  publish: () => Done;
  submit: () => Done;
  unpublish: () => Done;
  /** @throws {ApiError} with what is wrong with the times */
  schedule: (schedule: Schedule) => Done;
  /** Goes back to what is public. @throws {ApiError} */
  discard: () => Done;
  /** Goes back to what a revision held. @throws {ApiError} */
  restore: (number: number) => Done;
  /** @throws {ApiError} */
  remove: () => Promise<void>;
  /** Ends a conflict by saving over the other version. */
  overwrite: () => Done;
  /** Ends a conflict, or any change, by going back to the server's version. */
  reload: () => Promise<void>;
};

type Beginning = { type: string; data: EntryData };

/** An entry being edited, and everything that can be done with it. */
export function useDocument(initial: Entry | null, beginning: Beginning) {
  const queryClient = useQueryClient();
  const [doc, setDoc] = useState<Document>(() => document.open(initial, beginning.data));
  const [work, setWork] = useState<Work | null>(null);
  const latest = useRef(doc);
  const running = useRef<Promise<unknown> | null>(null);
  const { type } = beginning;

  const apply = useCallback((change: (doc: Document) => Document) => {
    latest.current = change(latest.current);
    setDoc(latest.current);
  }, []);

  const actions = useMemo<DocumentActions>(() => {
    const remember = (entry: Entry) => {
      queryClient.setQueryData(entryQuery(entry.id).queryKey, entry);
      void queryClient.invalidateQueries({ queryKey: entryListsKey });
      void queryClient.invalidateQueries({ queryKey: [...entriesKey, "revisions", entry.id] });
    };

    const failed = async (error: unknown): Promise<null> => {
      const { entry } = latest.current;
      const stale = error instanceof ApiError && error.code === "conflict" && entry !== null;
      if (!stale) {
        apply((now) => document.failed(now, error));
        return null;
      }
      try {
        const theirs = await fetchEntry(entry.id);
        apply((now) => document.conflicted(now, theirs));
      } catch (cause) {
        apply((now) => document.failed(now, cause));
      }
      return null;
    };

    const store = async (autosave = false): Done => {
      const { entry } = latest.current;
      if (entry && !document.isDirty(latest.current)) return entry;
      const change = document.toSend(latest.current);
      apply(document.saving);
      try {
        const next = entry
          ? await saveEntry(entry.id, change, { version: entry.version, autosave })
          : await createEntry(type, change);
        apply((now) => document.saved(now, next));
        remember(next);
        return next;
      } catch (error) {
        return failed(error);
      }
    };

    /** One thing at a time: two saves side by side would be each other's conflict. */
    const alone = async <T>(name: Work | null, task: () => Promise<T>): Promise<T> => {
      while (running.current) await running.current.catch(() => {});
      setWork(name);
      const mine = task();
      running.current = mine;
      try {
        return await mine;
      } finally {
        running.current = null;
        setWork(null);
      }
    };

    const changeState = async (change: (id: string) => Promise<Entry>): Done => {
      const { entry } = latest.current;
      if (!entry) return null;
      const next = await change(entry.id);
      apply((now) => document.stateChanged(now, next));
      remember(next);
      return next;
    };
    const orTold = (done: Done): Done => done.catch(failed);

    /** What is on the screen gives way to what the server makes of it. */
    const goBack = (change: (id: string) => Promise<Entry>): Done =>
      alone("restoring", async () => {
        const { entry } = latest.current;
        if (!entry) return null;
        const next = await change(entry.id);
        apply(() => document.open(next));
        remember(next);
        return next;
      });

    return {
      edit: (change) => apply((now) => document.edit(now, change)),
      save: (how) => alone(how?.autosave ? null : "saving", () => store(how?.autosave)),
      publish: () =>
        alone("publishing", async () =>
          (await store()) ? orTold(changeState(publishEntry)) : null,
        ),
      submit: () =>
        alone("submitting", async () =>
          (await store()) ? orTold(changeState(submitEntry)) : null,
        ),
      unpublish: () => alone("unpublishing", () => orTold(changeState(unpublishEntry))),
      schedule: (schedule) =>
        alone("scheduling", async () =>
          (await store()) ? changeState((id) => scheduleEntry(id, schedule)) : null,
        ),
      discard: () => goBack(discardChanges),
      restore: (number) => goBack((id) => restoreRevision(id, number)),
      remove: () =>
        alone("deleting", async () => {
          const { entry } = latest.current;
          if (!entry) return;
          await deleteEntry(entry.id);
          apply((now) => ({ ...now, base: now.fields }));
          void queryClient.invalidateQueries({ queryKey: entryListsKey });
        }),
      overwrite: () => {
        apply(document.keepMine);
        return alone("saving", () => store());
      },
      reload: async () => {
        const { entry } = latest.current;
        if (!entry) return;
        try {
          const theirs = await fetchEntry(entry.id);
          apply(() => document.open(theirs));
          remember(theirs);
        } catch (error) {
          apply((now) => document.failed(now, error));
        }
      },
    };
  }, [apply, queryClient, type]);

  /** Read at the moment of leaving, when the last keystroke may not have been rendered yet. */
  const isDirtyNow = useCallback(() => document.isDirty(latest.current), []);

  return { doc, work, actions, isDirtyNow };
}
