/** Who asks for a change, and from where; both go into the audit log. */
export interface Actor {
  /** `cli:root`, `admin:mail@…`. */
  readonly name: string;
  /** `cli`, `portal 127.0.0.1`. */
  readonly origin: string;
  readonly requestId?: string;
}
