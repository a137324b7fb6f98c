import { callStack, type StackApi } from "./call-stack.ts";

/** Counters of one stack by their full name, labels included: `cms_requests_total{class="2xx"}`. @throws stack_api_failed */
export async function getMetrics(api: StackApi): Promise<ReadonlyMap<string, number>> {
  return parseMetrics((await callStack(api, { method: "GET", path: "/internal/metrics", expects: [200] })).body);
}

/** Prometheus's text format, as far as a stack uses it: one number a line, no timestamps. */
export function parseMetrics(text: string): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const line of text.split("\n")) {
    const [, name, number] = /^([a-zA-Z_:][\w:]*(?:\{[^}]*\})?)\s+(\S+)$/.exec(line.trim()) ?? [];
    const value = Number(number);
    if (name !== undefined && Number.isFinite(value)) found.set(name, value);
  }
  return found;
}
