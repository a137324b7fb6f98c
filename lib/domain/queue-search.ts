/** What of the applications is shown. */
export const queueViews = ["waiting", "unconfirmed", "decided"] as const;
export type QueueView = (typeof queueViews)[number];

export interface QueueSearch {
  readonly view: QueueView;
  /** From 0. */
  readonly page: number;
  readonly pageSize: number;
}
