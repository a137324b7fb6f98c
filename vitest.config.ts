import { resolve } from "node:path";
import { defineConfig } from "vitest/config";

/** Unit tests only: no Docker, no database, no network. `./freehold test` runs the rest as well. */
export default defineConfig({
  resolve: { alias: { "@": resolve(import.meta.dirname) } },
  test: {
    include: ["{app,bench,components,lib,prisma}/**/*.test.{ts,tsx}"],
    exclude: ["**/node_modules/**", "**/*.integration.test.ts"],
    environment: "node",
    restoreMocks: true,
    unstubEnvs: true,
  },
});
