import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { strictCsp } from "../build/strict-csp.ts";
import { securityHeaders } from "./security-headers.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** What index.html asks for and the admin has in its own public/. */
function theme(): Plugin {
  const fileName = "theme.js";
  return {
    name: "theme",
    apply: "build",
    generateBundle() {
      this.emitFile({
        type: "asset",
        fileName,
        source: readFileSync(here(`../public/${fileName}`)),
      });
    },
  };
}

export default defineConfig({
  root: here("."),
  plugins: [react(), tailwindcss(), strictCsp(), theme()],
  resolve: { alias: { "@": here("../src") } },
  build: {
    target: "es2023",
    assetsInlineLimit: 0,
    outDir: here("../../../.cache/lab"),
    emptyOutDir: true,
  },
  preview: { headers: securityHeaders() },
});
