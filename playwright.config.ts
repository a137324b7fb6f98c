import { defineConfig, devices } from "@playwright/test";

/**
 * Browser tests against a running installation, which the suite starts and names:
 *   FREEHOLD_E2E_PORTAL_URL   the portal, e.g. http://localhost:8080
 *   FREEHOLD_E2E_ADMIN_URL    a fresh one-time admin link
 *   FREEHOLD_E2E_SLUG         a tenant that is up
 */
const chromium = {
  ...devices["Desktop Chrome"],
  launchOptions: {
    executablePath: process.env.FREEHOLD_E2E_CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  },
};

export default defineConfig({
  testDir: "e2e/portal",
  outputDir: "test-results/portal",
  forbidOnly: true,
  workers: 1,
  // A busy machine is slow, not wrong.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    ...chromium,
    ...(process.env.FREEHOLD_E2E_PORTAL_URL ? { baseURL: process.env.FREEHOLD_E2E_PORTAL_URL } : {}),
    // Without pictures of every moment, which cost as much as the tests do.
    trace: { mode: "retain-on-failure", screenshots: false },
  },
  projects: [
    // The one-time link works once: it is redeemed here, and everybody else starts signed in.
    { name: "enter", testMatch: "enter.setup.ts" },
    { name: "portal", testMatch: "*.spec.ts", dependencies: ["enter"] },
    // Ends the session that the others share.
    { name: "leave", testMatch: "leave.teardown.ts", dependencies: ["portal"] },
  ],
});
