import { type Document, isScalar, LineCounter, parseDocument, visit } from "yaml";
import type { z } from "zod";
import { type FreeholdError, failure } from "../../errors.ts";
import { InterpolationError, interpolate } from "./interpolate.ts";
import { type ComposeFile, composeSchema } from "./schema.ts";

/**
 * Reads a compose file with a stack's variables filled in.
 * @param text the file's content
 * @param file its name, for messages
 * @param env the stack's variables
 * @throws compose_invalid naming line and key; variable_missing
 */
export function parseCompose(text: string, file: string, env: Readonly<Record<string, string>>): ComposeFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, merge: true });
  const lineAt = (offset: number | undefined): number => lines.linePos(offset ?? 0).line;

  const syntax = document.errors[0];
  if (syntax) {
    throw failure("compose_invalid", { file, line: lineAt(syntax.pos[0]), key: "YAML", why: syntax.message });
  }
  fillIn(document, env, (error, offset) =>
    error.missing
      ? failure("variable_missing", { file, line: lineAt(offset), name: error.variable, why: error.message })
      : failure("compose_invalid", { file, line: lineAt(offset), key: error.variable, why: error.message }),
  );

  const result = composeSchema.safeParse(document.toJS());
  if (result.success) return result.data;
  const { path, why } = firstIssue(result.error);
  throw failure("compose_invalid", { file, line: lineAt(offsetOf(document, path)), key: path.join("."), why });
}

function fillIn(
  document: Document,
  env: Readonly<Record<string, string>>,
  fail: (error: InterpolationError, offset: number | undefined) => FreeholdError,
): void {
  visit(document, {
    Scalar(key, node) {
      if (key === "key" || typeof node.value !== "string") return;
      try {
        node.value = interpolate(node.value, env);
      } catch (error) {
        if (error instanceof InterpolationError) throw fail(error, node.range?.[0]);
        throw error;
      }
    },
  });
}

function firstIssue(error: z.ZodError): { path: string[]; why: string } {
  const issue = error.issues[0];
  if (!issue) return { path: [], why: "it is invalid" };
  const path = issue.path.map(String);
  if (issue.code === "unrecognized_keys") return { path: [...path, issue.keys[0] ?? "?"], why: "it is not supported" };
  if (issue.code === "invalid_key") return { path, why: issue.issues[0]?.message ?? issue.message };
  return { path, why: issue.message };
}

/** Where the key at `path` stands; for a missing one, where its nearest parent stands. */
function offsetOf(document: Document, path: readonly string[]): number | undefined {
  for (let depth = path.length; depth > 0; depth--) {
    const parent = depth === 1 ? document.contents : document.getIn(path.slice(0, depth - 1), true);
    const name = path[depth - 1];
    const items = (parent as { items?: { key?: unknown; range?: [number, number, number] }[] } | null)?.items ?? [];
    const pair = items.find((item) => isScalar(item.key) && String(item.key.value) === name);
    if (pair && isScalar(pair.key)) return pair.key.range?.[0];
    const element = items[Number(name)];
    if (element?.range) return element.range[0];
  }
  return undefined;
}
