import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useRef, useState } from "react";
import {
  createPage,
  deletePage,
  fetchPage,
  type Page,
  type PageFields,
  pageQuery,
  pagesKey,
  publishPage,
  savePage,
  submitPage,
  unpublishPage,
} from "@/features/pages/api.ts";
import type { Document } from "@/features/pages/editor/document.ts";
import * as document from "@/features/pages/editor/document.ts";
import { ApiError } from "@/lib/api-error.ts";

export type Work = "saving" | "publishing" | "submitting" | "unpublishing" | "deleting";

export type DocumentActions = {
  edit: (change: Partial<PageFields>) => void;
  /** The saved page, or null when it could not be saved; the document says why. */
  save: () => Promise<Page | null>;
  /** Saves first if need be. */
  publish: () => Promise<Page | null>;
  /** Saves first if need be. */
  submit: () => Promise<Page | null>;
  unpublish: () => Promise<Page | null>;
  /** @throws {ApiError} */
  remove: () => Promise<void>;
  /** Ends a conflict by saving over the other version. */
  overwrite: () => Promise<Page | null>;
  /** Ends a conflict, or any change, by going back to the server's version. */
  reload: () => Promise<void>;
};

/** A page being edited, and everything that can be done with it. */
export function useDocument(initial: Page | null) {
  const queryClient = useQueryClient();
  const [doc, setDoc] = useState<Document>(() => document.open(initial));
  const [work, setWork] = useState<Work | null>(null);
  const latest = useRef(doc);
  const running = useRef<Promise<Page | null> | null>(null);

  const apply = useCallback((change: (doc: Document) => Document) => {
    latest.current = change(latest.current);
    setDoc(latest.current);
  }, []);

  const actions = useMemo<DocumentActions>(() => {
    const remember = (page: Page) => {
      queryClient.setQueryData(pageQuery(page.id).queryKey, page);
      void queryClient.invalidateQueries({ queryKey: [...pagesKey, "list"] });
    };

    const failed = async (error: unknown): Promise<null> => {
      const { page } = latest.current;
      const stale = error instanceof ApiError && error.code === "conflict" && page !== null;
      if (!stale) {
        apply((now) => document.failed(now, error));
        return null;
      }
      try {
        const theirs = await fetchPage(page.id);
        apply((now) => document.conflicted(now, theirs));
      } catch (cause) {
        apply((now) => document.failed(now, cause));
      }
      return null;
    };

    const store = async (): Promise<Page | null> => {
      const { page } = latest.current;
      if (page && !document.isDirty(latest.current)) return page;
      apply(document.saving);
      const fields = document.toSend(latest.current);
      try {
        const next = page
          ? await savePage(page.id, fields, page.version)
          : await createPage(fields);
        apply((now) => document.saved(now, next));
        remember(next);
        return next;
      } catch (error) {
        return failed(error);
      }
    };

    /** One thing at a time: two saves side by side would be each other's conflict. */
    const alone = async (name: Work, task: () => Promise<Page | null>): Promise<Page | null> => {
      while (running.current) await running.current;
      setWork(name);
      running.current = task();
      try {
        return await running.current;
      } finally {
        running.current = null;
        setWork(null);
      }
    };

    const changeState = async (change: (id: string) => Promise<Page>): Promise<Page | null> => {
      const { page } = latest.current;
      if (!page) return null;
      try {
        const next = await change(page.id);
        apply((now) => document.stateChanged(now, next));
        remember(next);
        return next;
      } catch (error) {
        return failed(error);
      }
    };

    return {
      edit: (change) => apply((now) => document.edit(now, change)),
      save: () => alone("saving", store),
      publish: () =>
        alone("publishing", async () => ((await store()) ? changeState(publishPage) : null)),
      submit: () =>
        alone("submitting", async () => ((await store()) ? changeState(submitPage) : null)),
      unpublish: () => alone("unpublishing", () => changeState(unpublishPage)),
      remove: async () => {
        const { page } = latest.current;
        if (!page) return;
        setWork("deleting");
        try {
          await deletePage(page.id);
        } finally {
          setWork(null);
        }
        apply((now) => ({ ...now, base: now.fields }));
        void queryClient.invalidateQueries({ queryKey: [...pagesKey, "list"] });
      },
      overwrite: () => {
        apply(document.keepMine);
        return alone("saving", store);
      },
      reload: async () => {
        const { page } = latest.current;
        if (!page) return;
        try {
          const theirs = await fetchPage(page.id);
          apply(() => document.open(theirs));
          remember(theirs);
        } catch (error) {
          apply((now) => document.failed(now, error));
        }
      },
    };
  }, [apply, queryClient]);

  /** Read at the moment of leaving, when the last keystroke may not have been rendered yet. */
  const isDirtyNow = useCallback(() => document.isDirty(latest.current), []);

  return { doc, work, actions, isDirtyNow };
}
