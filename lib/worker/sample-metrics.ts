import type { Logger } from "pino";
import type { Db } from "../db/client.ts";
import { addSamples, rollUpSamples } from "../db/metric-samples.ts";
import { noteCmsFacts } from "../db/stack-outcome.ts";
import { connectEngine, type Engine } from "../docker/connect.ts";
import { readUsage } from "../docker/read-usage.ts";
import {
  type CounterReading,
  coarseSamples,
  coresBetween,
  fineSamples,
  growth,
  type UsageSample,
} from "../domain/metrics.ts";
import type { ObservedStack } from "../domain/status.ts";
import { serviceAddresses } from "../domain/subnets.ts";
import { asFreeholdError, FreeholdError } from "../errors.ts";
import type { MasterKey } from "../secrets/key.ts";
import { askWeb, type WebState } from "../stack-api/ask-web.ts";
import type { StackApi } from "../stack-api/call-stack.ts";
import { getMetrics } from "../stack-api/get-metrics.ts";
import { getStatus } from "../stack-api/get-status.ts";
import { stackApiOf } from "../tenants/stack-api-of.ts";
import type { VisitCounter } from "./visit-counter.ts";

interface SamplerContext {
  readonly db: Db;
  readonly visits: VisitCounter;
  readonly key: MasterKey;
  readonly log: Logger;
}

/**
 * Stacks sampled at once. An engine elsewhere answers within its next second however many ask, so that
 * 200 stacks take about a quarter of a minute; fewer at once would not be done within one.
 */
const atOnce = 16;
/** What a CMS says of itself is asked for again after this time even if nobody used it. Milliseconds. */
const factsAgeMs = 3_600_000;

interface DueStack {
  readonly id: string;
  readonly name: string;
  readonly secretsSealed: Uint8Array;
  readonly subnet: { readonly cidr: string } | null;
  readonly observed: ObservedStack;
  readonly cmsFactsAt: Date | null;
  readonly engine: Engine;
}

/** What a stack counts itself; null where it did not say. */
interface CmsCounts {
  readonly requests: number | null;
  readonly diskBytes: number | null;
}

/**
 * Samples what tenants' running stacks use, a round a minute. Counters are remembered between
 * rounds, so that one cheap reading each is enough; the first round after a start has nothing to
 * compare with and writes nothing.
 */
export class Sampler {
  readonly #context: SamplerContext;
  #cpu = new Map<string, CounterReading>();
  #requests = new Map<string, number>();
  #rolledUpAt = 0;
  #minute = 0;

  constructor(context: SamplerContext) {
    this.#context = context;
  }

  /** Does nothing until the next minute has begun: however often it is called, a minute has one sample. */
  async round(): Promise<void> {
    const minute = Math.floor(Date.now() / (fineSamples.span * 1_000));
    if (minute === this.#minute) return;
    this.#minute = minute;
    const { db } = this.#context;
    const due = await listDue(db);
    const before = { cpu: this.#cpu, requests: this.#requests };
    // Whatever does not run any more is forgotten with the old maps.
    this.#cpu = new Map();
    this.#requests = new Map();
    const at = new Date();
    const samples: UsageSample[] = [];
    for (let from = 0; from < due.length; from += atOnce) {
      const batch = due.slice(from, from + atOnce).map((stack) => this.#sample(stack, at, before));
      for (const sample of await Promise.all(batch)) if (sample) samples.push(sample);
    }
    await addSamples(db, samples);
    if (at.getTime() - this.#rolledUpAt >= coarseSamples.span * 1000) {
      await rollUpSamples(db, at);
      this.#rolledUpAt = at.getTime();
    }
  }

  /** Null when there is nothing to compare with yet, or the engine did not answer; that is a gap. */
  async #sample(
    stack: DueStack,
    at: Date,
    before: { cpu: Map<string, CounterReading>; requests: Map<string, number> },
  ): Promise<UsageSample | null> {
    try {
      const usage = await this.#readContainers(stack, before.cpu);
      const counts = await this.#readCms(stack, before.requests);
      return usage && { stackId: stack.id, at, ...usage, ...counts };
    } catch (thrown) {
      const { code, message, detail } = asFreeholdError(thrown);
      this.#context.log.debug({ stack: stack.name, code, message, detail }, "not sampled");
      return null;
    }
  }

  async #readContainers(
    { engine, observed }: DueStack,
    before: ReadonlyMap<string, CounterReading>,
  ): Promise<{ cpu: number; memoryBytes: number } | null> {
    const readings = Object.values(observed.services).map(async ({ containerId }) => {
      const usage = containerId === null ? null : await readUsage(engine, containerId);
      return usage && { containerId: containerId ?? "", usage, at: performance.now() };
    });
    let cpu: number | null = 0;
    let memoryBytes = 0;
    for (const reading of await Promise.all(readings)) {
      if (reading === null) return null;
      const { containerId, usage, at } = reading;
      const now = { at, value: usage.cpuNs };
      this.#cpu.set(containerId, now);
      const known = before.get(containerId);
      const cores = known ? coresBetween(known, now) : null;
      cpu = cpu === null || cores === null ? null : cpu + cores;
      memoryBytes += usage.memoryBytes;
    }
    return cpu === null ? null : { cpu, memoryBytes };
  }

  async #readCms(stack: DueStack, before: ReadonlyMap<string, number>): Promise<CmsCounts> {
    const api = stackApiOf(this.#context.key, stack);
    if (api === null || stack.subnet === null) return { requests: null, diskBytes: null };
    const [counters, web] = await Promise.all([
      this.#ifAnswered(getMetrics(api)),
      askWeb(serviceAddresses(stack.subnet.cidr).web),
    ]);
    const known = before.get(stack.id);
    const total = counters === null ? null : sumOf(counters, "cms_requests_total");
    if (total !== null) this.#requests.set(stack.id, total);
    const ofApi = total === null || known === undefined ? null : growth(known, total);
    const age = Date.now() - (stack.cmsFactsAt?.getTime() ?? 0);
    // What nginx answers alone changes nothing in the CMS.
    if (ofApi !== 0 || age > factsAgeMs) await this.#readFacts(stack.id, api);
    const requests = this.#requestsOf(stack.id, web, ofApi);
    return { requests, diskBytes: counters?.get("cms_database_bytes") ?? null };
  }

  /** All that nginx was asked, as most never gets to the API; of a release before it counted, what did. */
  #requestsOf(stackId: string, web: WebState, ofApi: number | null): number | null {
    if (web.answered === null) return web.isUp ? ofApi : null;
    this.#context.visits.note(stackId, web);
    return this.#context.visits.take(stackId);
  }

  /** A release without counters, or a moment without an answer, is no reason to lose the rest. */
  async #ifAnswered<T>(asked: Promise<T>): Promise<T | null> {
    try {
      return await asked;
    } catch (thrown) {
      if (!(thrown instanceof FreeholdError && thrown.code === "stack_api_failed")) throw thrown;
      this.#context.log.debug({ message: thrown.message, detail: thrown.detail }, "not asked");
      return null;
    }
  }

  async #readFacts(stackId: string, api: StackApi): Promise<void> {
    const status = await this.#ifAnswered(getStatus(api));
    if (status === null) return;
    const { administrators, published, siteNamed, signedInAt, databaseBytes } = status;
    await noteCmsFacts(this.#context.db, stackId, {
      administrators,
      published,
      siteNamed,
      signedInAt: signedInAt?.toISOString() ?? null,
      databaseBytes,
    });
  }
}

/** Tenants' stacks that were up when the worker last looked. */
async function listDue(db: Db): Promise<DueStack[]> {
  const rows = await db.stack.findMany({
    where: { tenantId: { not: null }, phase: "settled", observed: { path: ["ready"], equals: true } },
    select: {
      id: true,
      name: true,
      secretsSealed: true,
      subnet: { select: { cidr: true } },
      observed: true,
      cmsFactsAt: true,
      engine: { select: { endpoint: true } },
    },
  });
  const engines = new Map<string, Engine>();
  return rows.map(({ engine: { endpoint }, observed, ...row }) => {
    const engine = engines.get(endpoint) ?? connectEngine(endpoint);
    engines.set(endpoint, engine);
    return { ...row, engine, observed: observed as unknown as ObservedStack };
  });
}

/** The sum over all labels of a counter; null when there is none. */
function sumOf(counters: ReadonlyMap<string, number>, name: string): number | null {
  let sum: number | null = null;
  for (const [key, value] of counters) if (key === name || key.startsWith(`${name}{`)) sum = (sum ?? 0) + value;
  return sum;
}
