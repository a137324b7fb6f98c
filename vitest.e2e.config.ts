import { defineConfig } from "vitest/config";

/**
 * Tests against a whole installation on a real Docker Engine: `npx vitest run --config
 * vitest.e2e.config.ts [file]`. One file after another, as they share the machine and most share
 * one installation, which the first of them brings up.
 */
export default defineConfig({
  test: {
    include: ["e2e/{engine,alone}/**/*.e2e.test.ts"],
    environment: "node",
    globalSetup: ["e2e/support/global-setup.ts"],
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 300_000,
  },
});
