/** Which events of the audit log are looked at. Empty texts and nulls leave nothing out. */
export interface AuditFilter {
  /** Who did it: `admin:ada@example.com` exactly, or without a colon any part of it. */
  readonly actor: string;
  /** What was done, exactly: `tenant.suspended`. */
  readonly action: string;
  /** On whom, like `actor`: `tenant:acme` exactly, or any part. */
  readonly subject: string;
  /** From this moment on. */
  readonly from: Date | null;
  /** Before this moment. */
  readonly until: Date | null;
}

export interface AuditSearch extends AuditFilter {
  /** The newest page, or the one beside an event. */
  readonly at: { readonly side: "older" | "newer"; readonly than: number } | null;
  readonly pageSize: number;
}

export const everything: AuditFilter = { actor: "", action: "", subject: "", from: null, until: null };
