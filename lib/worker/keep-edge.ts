import { setTimeout as sleep } from "node:timers/promises";
import type { Logger } from "pino";
import type { Db } from "../db/client.ts";
import { canonicalJson } from "../domain/canonical-json.ts";
import { loadEdge, readEdge } from "../edge/edge-admin.ts";
import { renderEdge } from "../edge/render-edge.ts";
import { listRoutes } from "../tenants/list-routes.ts";

export interface EdgeSettings {
  readonly socket: string;
  readonly port: number;
  readonly portalHosts: readonly string[];
  readonly portalUpstream: string;
}

/**
 * Shortest time between two loads. The first change is loaded at once, a burst is gathered: Caddy
 * 2.6.2 was seen to crash when loads came one on the heels of the other. Milliseconds.
 */
const gapMs = 250;

/**
 * Keeps the edge's configuration equal to the routes in the control database. Calls that come while
 * a load is under way share the next one.
 */
export class EdgeKeeper {
  readonly #db: Db;
  readonly #settings: EdgeSettings;
  readonly #log: Logger;
  #inForce: string | null = null;
  #loadedAt = Number.NEGATIVE_INFINITY;
  #current: Promise<void> | null = null;
  #next: Promise<void> | null = null;

  constructor(db: Db, settings: EdgeSettings, log: Logger) {
    this.#db = db;
    this.#settings = settings;
    this.#log = log;
  }

  /** Resolves when routes written before this call are in force. @throws edge_away, edge_refused */
  sync(): Promise<void> {
    if (this.#current === null) return this.#begin();
    this.#next ??= this.#current.then(
      () => this.#begin(),
      () => this.#begin(),
    );
    return this.#next;
  }

  /** Compares with what the edge really runs, in case it was changed or lost behind our back. */
  async verify(): Promise<void> {
    this.#inForce = canonicalJson(await readEdge(this.#settings.socket));
    await this.sync();
  }

  #begin(): Promise<void> {
    this.#next = null;
    const work = this.#load().finally(() => {
      if (this.#current === work) this.#current = null;
    });
    this.#current = work;
    return work;
  }

  async #load(): Promise<void> {
    const early = this.#loadedAt + gapMs - performance.now();
    if (early > 0) await sleep(early);
    const routes = await listRoutes(this.#db, this.#settings.port);
    const configuration = renderEdge({ ...this.#settings, routes });
    const text = canonicalJson(configuration);
    if (text === this.#inForce) return;
    const begun = performance.now();
    await loadEdge(this.#settings.socket, configuration).finally(() => {
      this.#loadedAt = performance.now();
    });
    this.#inForce = text;
    this.#log.info({ routes: routes.length, ms: Math.round(performance.now() - begun) }, "edge loaded");
  }
}
