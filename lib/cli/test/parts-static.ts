import { join } from "node:path";
import { failed, passed, sum } from "./count.ts";
import type { Part } from "./part.ts";

/** Format, lint and the layers (biome.layers.jsonc). */
export const lint: Part = {
  name: "lint",
  async run(bench, program) {
    const biome = join(bench.home.project, "node_modules", "@biomejs", "biome", "bin", "biome");
    const { code } = await program([process.execPath, biome, "ci", "--error-on-warnings", "--colors=off"]);
    return code === 0 ? passed : failed;
  },
};

/** Both TypeScript programs. Next declares the types of routes and of CSS imports first. */
export const types: Part = {
  name: "types",
  async run(bench, program) {
    const modules = join(bench.home.project, "node_modules");
    const declared = await program([process.execPath, join(modules, "next", "dist", "bin", "next"), "typegen"]);
    if (declared.code !== 0) return failed;
    const counts = [];
    for (const folder of [".", "stack/frontend"]) {
      const tsc = [process.execPath, join(modules, "typescript", "bin", "tsc"), "--noEmit", "--project", folder];
      counts.push((await program(tsc)).code === 0 ? passed : failed);
    }
    return sum(counts);
  },
};
