import type { Readiness } from "../domain/cure.ts";
import { probe, servicePorts } from "./probe.ts";

/** Asks a stack's API whether it can serve. @param patienceMs how long it may answer nothing */
export async function askReadiness(address: string, patienceMs?: number): Promise<Readiness> {
  const answer = await probe(address, servicePorts.api, "/readyz", patienceMs);
  if (typeof answer === "string") return { kind: answer };
  const { status, body } = answer;
  if (status === 200) return { kind: "ready", outgoing: /"outgoing":\s*[1-9]/.test(body) };
  const why = /"reason":\s*"([^"]+)"/.exec(body)?.[1] ?? `its API answers with status ${status}`;
  return { kind: "unready", why };
}
