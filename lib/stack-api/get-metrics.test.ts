import { expect, test } from "vitest";
import { parseMetrics } from "./get-metrics.ts";

test("reads a number a line, by name and labels, and passes over what is no sample", () => {
  const text = `# HELP cms_requests_total Requests answered.
# TYPE cms_requests_total counter
cms_requests_total{class="2xx"} 12
cms_requests_total{class="5xx"} 0
cms_database_bytes 8.1e6

broken line without number
cms_nan NaN
`;
  expect([...parseMetrics(text)]).toEqual([
    ['cms_requests_total{class="2xx"}', 12],
    ['cms_requests_total{class="5xx"}', 0],
    ["cms_database_bytes", 8_100_000],
  ]);
});
