import type { Context } from "../context.ts";

export async function test(context: Context, parts: readonly string[]): Promise<number> {
  const { runTests } = await import("../test/run.ts");
  return runTests(context, parts);
}
