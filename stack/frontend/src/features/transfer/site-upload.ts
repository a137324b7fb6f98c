import { type JobDetail, sendSite } from "@/features/transfer/api.ts";
import { messageOf } from "@/lib/api-error.ts";

export type UploadState =
  | { readonly is: "idle" }
  /** `share` has been sent, from 0 to 1; at 1 the server looks at what it is. */
  | { readonly is: "sending"; readonly name: string; readonly share: number }
  | { readonly is: "failed"; readonly name: string; readonly why: string };

/**
 * The one file that is on its way to be imported. It outlives the screen: whoever leaves that finds it
 * still at it when they come back.
 */
export class SiteUpload {
  #send: typeof sendSite;
  #state: UploadState = { is: "idle" };
  #abort = new AbortController();
  #listeners = new Set<() => void>();

  constructor(send: typeof sendSite = sendSite) {
    this.#send = send;
  }

  /** The same object until something changes. */
  get state(): UploadState {
    return this.#state;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The job that the file has become; null when it was cancelled or refused. */
  async start(file: File, settings: boolean): Promise<JobDetail | null> {
    if (this.#state.is === "sending") return null;
    const abort = new AbortController();
    this.#abort = abort;
    const { name } = file;
    this.#set({ is: "sending", name, share: 0 });
    try {
      const job = await this.#send(file, settings, abort.signal, (share) =>
        this.#set({ is: "sending", name, share }),
      );
      this.#set({ is: "idle" });
      return job;
    } catch (error) {
      this.#set(
        abort.signal.aborted ? { is: "idle" } : { is: "failed", name, why: messageOf(error) },
      );
      return null;
    }
  }

  refuse(name: string, why: string): void {
    this.#set({ is: "failed", name, why });
  }

  cancel(): void {
    this.#abort.abort();
  }

  #set(state: UploadState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
