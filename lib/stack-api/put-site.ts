import { callStack, type StackApi } from "./call-stack.ts";

/** Who a stack is to its visitors. */
export interface SiteIdentity {
  readonly siteUrl: string;
  /** Stays as it is when left out. */
  readonly siteName?: string;
  /** Null ends a demo; its end alone moves that; stays as it is when left out. */
  readonly demo?: DemoTerms | Pick<DemoTerms, "expiresAt"> | null;
}

/** What the CMS tells a demo's visitor, and lets them do. */
export interface DemoTerms {
  /** ISO 8601. */
  readonly expiresAt: string;
  /** Where a visitor asks to have this very stack. */
  readonly keepUrl: string;
}

/** Tells a stack its address and name; effective at once, without a restart. @throws stack_api_failed */
export async function putSite(api: StackApi, identity: SiteIdentity): Promise<void> {
  await callStack(api, { method: "PUT", path: "/internal/site", body: identity, expects: [204, 200] });
}
