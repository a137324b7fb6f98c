import { defineConfig } from "vitest/config";

/**
 * Tests that need a real PostgreSQL: FREEHOLD_TEST_DATABASE_URL names a role that may create
 * databases; each file makes one of its own and drops it.
 */
export default defineConfig({
  test: { include: ["lib/**/*.database.integration.test.ts"], testTimeout: 30_000, hookTimeout: 30_000 },
});
