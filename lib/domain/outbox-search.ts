export const mailStatuses = ["queued", "sent", "failed", "kept"] as const;
export type MailStatus = (typeof mailStatuses)[number];

export interface OutboxSearch {
  /** Part of an address or a subject; empty for all. */
  readonly text: string;
  /** Null for all. */
  readonly status: MailStatus | null;
  /** From 0. */
  readonly page: number;
  readonly pageSize: number;
}
