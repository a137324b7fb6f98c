import { join } from "node:path";
import { runProgram } from "./run-program.ts";

const project = join(import.meta.dirname, "../..");

/**
 * Suspends or resumes a tenant of the installation under test, as an admin's action does. In a
 * process of its own, as Playwright does not load the database's generated client.
 */
export async function changeTenant(verb: "suspend" | "resume", slug: string, reason = ""): Promise<void> {
  const actor = `{ name: "admin:e2e@freehold.example", origin: "e2e" }`;
  const call = {
    suspend: `suspendTenant(db, ${JSON.stringify(slug)}, ${JSON.stringify(reason)}, ${actor})`,
    resume: `resumeTenant(db, ${JSON.stringify(slug)}, ${actor})`,
  }[verb];
  const script = `
    const load = (file) => import(${JSON.stringify(`file://${project}/lib/`)} + file);
    const { connectDatabase } = await load("db/client.ts");
    const { databaseUrl } = await load("db/database-url.ts");
    const { locateHome } = await load("home.ts");
    const { ${verb}Tenant } = await load("tenants/${verb}-tenant.ts");
    const db = connectDatabase(databaseUrl(locateHome(process.env), process.env));
    await ${call};
    await db.$disconnect();`;
  const ran = await runProgram([process.execPath, "--input-type=module", "-e", script], process.env);
  if (ran.code !== 0) throw new Error(`could not ${verb} ${slug}: ${ran.stderr}`);
}
