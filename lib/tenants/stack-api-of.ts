import { serviceAddresses } from "../domain/subnets.ts";
import type { MasterKey } from "../secrets/key.ts";
import { unseal } from "../secrets/seal.ts";
import type { StackApi } from "../stack-api/call-stack.ts";

/**
 * How to reach a stack's own API.
 * @returns null while it has no subnet
 * @throws unseal_failed
 */
export function stackApiOf(
  key: MasterKey,
  row: {
    readonly name: string;
    readonly secretsSealed: Uint8Array;
    readonly subnet: { readonly cidr: string } | null;
  },
): StackApi | null {
  if (!row.subnet) return null;
  const { controlToken } = unseal(key, row.name, row.secretsSealed);
  return { stack: row.name, address: serviceAddresses(row.subnet.cidr).api, controlToken };
}
