import { type Count, sum } from "./count.ts";
import type { Bench, Part, RunInLog } from "./part.ts";
import { withTestPostgres } from "./test-postgres.ts";
import { runVitest } from "./vitest.ts";

/** Without Docker, database or network. */
export const unit: Part = {
  name: "unit",
  async run(bench, program) {
    const platform = await runVitest(bench, program);
    return sum([platform, await runVitest(bench, program, { folder: "stack/frontend" })]);
  },
};

/** Queries against a PostgreSQL of their own. */
export const database: Part = {
  name: "database",
  async run(bench, program) {
    const { db } = await bench.images();
    return withTestPostgres(await bench.engine(), db.reference, (url) =>
      runVitest(bench, program, {
        config: "vitest.database.config.ts",
        env: { FREEHOLD_TEST_DATABASE_URL: url },
      }),
    );
  },
};

/** Whole installations on the real engine. */
export const engine: Part = {
  name: "engine",
  run: (bench, program) => runOnEngine(bench, program, "e2e/engine/"),
};

/** Tests that restart the engine itself, under everybody who uses it. */
export const alone: Part = {
  name: "alone",
  run: (bench, program) => runOnEngine(bench, program, "e2e/alone/"),
};

async function runOnEngine(bench: Bench, program: RunInLog, only: string): Promise<Count> {
  await bench.images();
  return runVitest(bench, program, { config: "vitest.e2e.config.ts", only });
}
