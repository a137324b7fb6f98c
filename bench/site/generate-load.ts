import autocannon from "autocannon";
import { percentile, round } from "../support/statistics.ts";

export interface Target {
  /** The edge's. */
  readonly port: number;
  readonly host: string;
  readonly path: string;
}

export interface Load {
  readonly perSecond: number;
  readonly p95Ms: number;
}

/** How many ask at once, each again as soon as it is answered. */
export const connections = 20;

/**
 * Asks for one address as often as it is answered.
 * @param seconds how long
 * @throws when anything but 200 comes back
 */
export async function generateLoad({ port, host, path }: Target, seconds: number): Promise<Load> {
  const times: number[] = [];
  const options = { url: `http://127.0.0.1:${port}${path}`, headers: { host: `${host}:${port}` }, connections };
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const run = autocannon({ ...options, duration: seconds }, (error: Error | null, done) =>
      error ? reject(error) : resolve(done),
    );
    run.on("response", (_client, _status, _bytes, milliseconds) => times.push(milliseconds));
  });
  const failed = result.non2xx + result.errors + result.timeouts;
  if (failed > 0) throw new Error(`${path}: ${failed} requests failed`);
  return { perSecond: round(result["2xx"] / result.duration), p95Ms: round(percentile(times, 0.95), 1) };
}
