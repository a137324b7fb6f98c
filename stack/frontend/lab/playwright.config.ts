import { defineConfig } from "@playwright/test";
import portal from "../../../playwright.config.ts";

const port = Number(process.env.FREEHOLD_LAB_PORT ?? 4319);

/** The editor by itself in a real browser; it needs no stack. */
export default defineConfig({
  testDir: ".",
  testMatch: "*.lab.ts",
  outputDir: `../../../test-results/editor-${port}`,
  forbidOnly: true,
  workers: 1,
  timeout: 30_000,
  reporter: [["list"]],
  use: {
    ...portal.use,
    baseURL: `http://127.0.0.1:${port}`,
    permissions: ["clipboard-read", "clipboard-write"],
  },
  webServer: {
    command: `npm run lab -- --host 127.0.0.1 --strictPort --port ${port}`,
    cwd: "..",
    url: `http://127.0.0.1:${port}`,
    // Whoever names a port may have it running already.
    reuseExistingServer: process.env.FREEHOLD_LAB_PORT !== undefined,
  },
});
