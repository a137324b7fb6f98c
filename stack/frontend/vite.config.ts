import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { siteFonts } from "./build/site-fonts.ts";
import { strictCsp } from "./build/strict-csp.ts";

/** Where `vite` finds the CMS's API while developing; in production both share an origin. */
const api = process.env.CMS_API ?? "http://127.0.0.1:8000";

const everywhere =
  /\/node_modules\/(react|react-dom|scheduler|@tanstack|zod|clsx|tailwind-merge|class-variance-authority)\//;

export default defineConfig({
  base: "/admin/",
  plugins: [react(), tailwindcss(), strictCsp(), siteFonts()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  build: {
    target: "es2023",
    // A data: URI would be refused by `default-src 'self'`.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What every screen needs, in one file that outlives releases. The rest splits by itself.
          groups: [{ name: "vendor", test: everywhere }],
        },
      },
    },
  },
  server: { proxy: { "/api": { target: api, changeOrigin: false } } },
});
