import { readAudit } from "../../db/read-audit.ts";
import { verifyAudit } from "../../tenants/verify-audit.ts";
import type { Context } from "../context.ts";
import { withDatabase } from "../installation.ts";

export async function auditVerify(context: Context): Promise<undefined> {
  const { events, head } = await withDatabase(context, (db) => verifyAudit(db));
  context.out.result({ ok: true, events, head }, () => [
    `${context.out.colours.green("✓")} ${events} events, every hash right.`,
    ...(head === null ? [] : [`  The last hash is ${head}; kept elsewhere, it shows later that nothing was cut off.`]),
  ]);
  return undefined;
}

/** One event a line, so that any number of them fits; with --json one array. */
export async function auditExport(context: Context): Promise<undefined> {
  const [open, between, close] = context.out.json ? ["[\n", ",\n", "\n]\n"] : ["", "\n", "\n"];
  await withDatabase(context, async (db) => {
    let first = true;
    for await (const record of readAudit(db)) {
      await write(`${first ? open : between}${JSON.stringify(record)}`);
      first = false;
    }
    await write(first ? (context.out.json ? "[]\n" : "") : close);
  });
  return undefined;
}

/** Waits when the reader is slower than we are. */
async function write(text: string): Promise<void> {
  if (text !== "" && !process.stdout.write(text)) {
    await new Promise((resolve) => process.stdout.once("drain", resolve));
  }
}
