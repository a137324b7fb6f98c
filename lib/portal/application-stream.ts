import { canonicalJson, sha256 } from "../domain/canonical-json.ts";
import type { OwnApplication } from "../tenants/get-application.ts";
import { serverEvents } from "./server-events.ts";
import type { StackFeed } from "./stack-feed.ts";

interface ApplicationStreamOptions {
  readonly id: string;
  /** Applications are announced where stacks are, by their id. */
  readonly feed: StackFeed;
  /** Null when it is no longer theirs to see. */
  readonly read: () => Promise<OwnApplication | null>;
  readonly stillAllowed: () => Promise<boolean>;
  readonly signal: AbortSignal;
  /** `Last-Event-ID` of a browser that comes back. */
  readonly lastEventId: string | null;
}

/** What time alone changes: a decision that can no longer be taken back. Milliseconds. */
const slowMs = 5_000;

/**
 * Where an application stands, as it changes: `state` whenever it differs from what this browser
 * knows, with a hash of it as its id. A browser that brings back the id of how things are is told
 * nothing; one that missed something is told how they are now.
 */
export function applicationStream({ id, feed, read, lastEventId, ...options }: ApplicationStreamOptions): Response {
  let news = (): void => {};
  const recheck = (ask: () => void): (() => void) =>
    feed.subscribe(id, () => {
      ask();
      news();
    });
  return serverEvents({ ...options, recheck }, async (sink) => {
    let known = lastEventId;
    while (!sink.signal.aborted) {
      let timer: NodeJS.Timeout | undefined;
      const waiting = new Promise<void>((resolve) => {
        news = resolve;
        timer = setTimeout(resolve, slowMs);
        sink.signal.addEventListener("abort", () => resolve(), { once: true });
      });
      const now = await read();
      if (now === null) return clearTimeout(timer);
      const state = stateOf(now);
      const version = sha256(canonicalJson(state)).slice(0, 16);
      if (version !== known) sink.send("state", state, version);
      known = version;
      await waiting;
      clearTimeout(timer);
    }
  });
}

const stateOf = ({ status, tenantSlug, decisionReason, isDelayed }: OwnApplication) => ({
  status,
  tenantSlug,
  decisionReason,
  isDelayed,
});
