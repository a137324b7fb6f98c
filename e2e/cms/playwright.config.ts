import { defineConfig } from "@playwright/test";
import portal from "../../playwright.config.ts";
import { signedIn } from "./env.ts";

const link = process.env.FREEHOLD_E2E_CMS_URL;

/**
 * What people do with a CMS, through the edge of a running installation. The suite names
 *   FREEHOLD_E2E_CMS_URL         the one-time link of a new client's first administrator
 *   FREEHOLD_E2E_OTHER_CMS_URL   that of another one, who is given the first one's site
 */
export default defineConfig({
  ...portal,
  testDir: ".",
  outputDir: "../../test-results/cms",
  use: { ...portal.use, ...(link ? { baseURL: new URL(link).origin } : {}) },
  projects: [
    // The one-time link works once: whoever came by it is who the journeys are made by.
    { name: "first-sign-in", testMatch: "first-sign-in.setup.ts" },
    {
      name: "journeys",
      testMatch: "*.spec.ts",
      dependencies: ["first-sign-in"],
      use: { storageState: signedIn },
    },
  ],
});
