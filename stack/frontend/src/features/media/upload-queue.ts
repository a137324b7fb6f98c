import type { Media, sendFile } from "@/features/media/api.ts";
import { messageOf } from "@/lib/api-error.ts";

/** Side by side; more would only make each slower, and the server looks at one picture at a time. */
const atOnce = 3;

export type Upload = {
  readonly id: number;
  readonly name: string;
  readonly state:
    | { readonly is: "waiting" }
    /** `share` has been sent, from 0 to 1; at 1 the server is looking at it. */
    | { readonly is: "sending"; readonly share: number }
    | { readonly is: "added"; readonly media: Media }
    /** The library had this content already. */
    | { readonly is: "known"; readonly media: Media }
    | { readonly is: "failed"; readonly why: string };
};

type Job = { file: File; folderId: string | null; abort: AbortController };

/**
 * Files on their way into the library. It outlives the screen it was begun on: whoever leaves that finds
 * it finished, or still at it, when they come back.
 */
export class UploadQueue {
  #send: typeof sendFile;
  #uploads: readonly Upload[] = [];
  #jobs = new Map<number, Job>();
  #listeners = new Set<() => void>();
  #last = 0;

  constructor(send: typeof sendFile) {
    this.#send = send;
  }

  /** The same array until something changes. */
  get uploads(): readonly Upload[] {
    return this.#uploads;
  }

  get isBusy(): boolean {
    return this.#uploads.some(({ state }) => state.is === "waiting" || state.is === "sending");
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** @param refusal why a file need not be sent at all, or null */
  add(
    files: Iterable<File>,
    folderId: string | null,
    refusal: (file: File) => string | null,
  ): void {
    for (const file of files) {
      this.#last += 1;
      const why = refusal(file);
      this.#jobs.set(this.#last, { file, folderId, abort: new AbortController() });
      const state: Upload["state"] = why === null ? { is: "waiting" } : { is: "failed", why };
      this.#uploads = [...this.#uploads, { id: this.#last, name: file.name, state }];
    }
    this.#tell();
    this.#begin();
  }

  /** Takes one off the list; what is under way is broken off. */
  remove(id: number): void {
    this.#jobs.get(id)?.abort.abort();
    this.#jobs.delete(id);
    this.#uploads = this.#uploads.filter((upload) => upload.id !== id);
    this.#tell();
    this.#begin();
  }

  retry(id: number): void {
    this.#set(id, { is: "waiting" });
    this.#begin();
  }

  /** Takes those off the list that are over. */
  clear(): void {
    this.#uploads = this.#uploads.filter(
      ({ state }) => state.is === "waiting" || state.is === "sending",
    );
    const left = new Set(this.#uploads.map(({ id }) => id));
    for (const id of this.#jobs.keys()) if (!left.has(id)) this.#jobs.delete(id);
    this.#tell();
  }

  #begin(): void {
    const sending = this.#uploads.filter(({ state }) => state.is === "sending").length;
    const next = this.#uploads
      .filter(({ state }) => state.is === "waiting")
      .slice(0, Math.max(0, atOnce - sending));
    for (const { id } of next) void this.#run(id);
  }

  async #run(id: number): Promise<void> {
    const job = this.#jobs.get(id);
    if (!job) return;
    this.#set(id, { is: "sending", share: 0 });
    try {
      const { media, isNew } = await this.#send(job.file, job.folderId, job.abort.signal, (share) =>
        this.#set(id, { is: "sending", share }),
      );
      this.#set(id, isNew ? { is: "added", media } : { is: "known", media });
    } catch (error) {
      if (!job.abort.signal.aborted) this.#set(id, { is: "failed", why: messageOf(error) });
    }
    this.#begin();
  }

  #set(id: number, state: Upload["state"]): void {
    this.#uploads = this.#uploads.map((upload) =>
      upload.id === id ? { ...upload, state } : upload,
    );
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
