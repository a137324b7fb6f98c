import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { __wbg_set_wasm, SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";

let loaded: Promise<void> | undefined;

/** The package's own entry needs a newer Node for WebAssembly modules; its parts do not. */
async function loadWasm(): Promise<void> {
  const entry = import.meta.resolve("@prisma/schema-engine-wasm");
  const bytes = await readFile(fileURLToPath(new URL("schema_engine_bg.wasm", entry)));
  const glue = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const { instance } = await WebAssembly.instantiate(bytes, {
    "./schema_engine_bg.js": glue as unknown as WebAssembly.ModuleImports,
  });
  __wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
}

/** Prisma's schema engine on a database, without a downloaded binary. @param url PostgreSQL URL */
export async function openSchemaEngine(url: string): Promise<SchemaEngine> {
  loaded ??= loadWasm();
  await loaded;
  const ignoreLog = (): void => undefined;
  const factory = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: url }));
  return SchemaEngine.new({ datamodels: undefined }, ignoreLog, factory);
}
