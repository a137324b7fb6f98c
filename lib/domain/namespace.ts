import { failure } from "../errors.ts";
import type { Brand } from "./brand.ts";

/**
 * Separates installations on one engine. It has no hyphen, so that `<namespace>-<stack>` can be
 * taken apart in one way only.
 */
export type Namespace = Brand<string, "Namespace">;

export const defaultNamespace = "freehold" as Namespace;

export function parseNamespace(text: string): Namespace {
  if (!/^[a-z][a-z0-9]{0,19}$/.test(text)) throw failure("namespace_invalid", { namespace: text });
  return text as Namespace;
}
