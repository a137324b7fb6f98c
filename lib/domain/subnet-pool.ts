import { createHash } from "node:crypto";
import { type Cidr, formatCidr, overlaps, parseCidr } from "./subnets.ts";

/** Below 10.64 office networks and clouds are at home. */
const firstSecondOctet = 64;
const candidates = 256 - firstSecondOctet;

/**
 * A /16 of 10.0.0.0/8 that overlaps with nothing known. Each installation begins its search
 * elsewhere, so that two on one engine do not meet.
 * @param taken networks of the host and of the engine
 * @returns null when all of them are taken
 */
export function chooseSubnetPool(namespace: string, taken: readonly Cidr[]): string | null {
  const start = createHash("sha256").update(namespace).digest().readUInt32BE(0);
  for (let step = 0; step < candidates; step++) {
    const octet = firstSecondOctet + ((start + step) % candidates);
    const pool = parseCidr(`10.${octet}.0.0/16`);
    if (!taken.some((cidr) => overlaps(cidr, pool))) return formatCidr(pool);
  }
  return null;
}
