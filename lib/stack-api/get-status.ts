import { callStack, readObject, type StackApi } from "./call-stack.ts";

/** What a stack says of itself: counts and sizes, nothing personal. */
export interface StackStatus {
  readonly version: string;
  readonly administrators: number;
  readonly published: number;
  /** Whether somebody chose the site's title in the CMS. */
  readonly siteNamed: boolean;
  /** When somebody first signed in; null when nobody did. */
  readonly signedInAt: Date | null;
  readonly databaseBytes: number;
}

/** @throws stack_api_failed */
export async function getStatus(api: StackApi): Promise<StackStatus> {
  const said = readObject(api, await callStack(api, { method: "GET", path: "/internal/status", expects: [200] }));
  const count = (value: unknown): number => (typeof value === "number" ? value : 0);
  return {
    version: String(said.version ?? ""),
    administrators: count(said.administrators),
    published: count(said.published),
    siteNamed: said.siteNamed === true,
    signedInAt: typeof said.signedInAt === "string" ? new Date(said.signedInAt) : null,
    databaseBytes: count(said.databaseBytes),
  };
}
