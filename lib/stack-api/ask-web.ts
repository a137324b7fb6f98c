import { probe, servicePorts } from "./probe.ts";

export interface WebState {
  readonly isUp: boolean;
  /** Requests that nginx has answered since it started, this one included; null where it does not say. */
  readonly answered: number | null;
  /** When it was asked, by `performance.now()`. */
  readonly askedAt: number;
}

/** Asks a stack's nginx how it is. A release before it counted says that it is up and no more. */
export async function askWeb(address: string): Promise<WebState> {
  const askedAt = performance.now();
  const answer = await probe(address, servicePorts.web, "/healthz");
  if (typeof answer === "string" || answer.status !== 200) return { isUp: false, answered: null, askedAt };
  return { isUp: true, answered: answeredIn(answer.body), askedAt };
}

/** The third of `server accepts handled requests`, as ngx_http_stub_status_module prints it. */
export function answeredIn(body: string): number | null {
  const requests = /\n\s*\d+ \d+ (\d+)\s/.exec(body)?.[1];
  return requests === undefined ? null : Number(requests);
}
