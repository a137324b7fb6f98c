import { z } from "zod";
import { parseCidr, stackPrefix } from "./subnets.ts";

/** What a running stack takes on its host, measured; see README. Bytes. */
export const stackMemoryBytes = 70 * 2 ** 20;

const bytes = z.number().nonnegative();

const shape = z.object({
  cores: z.number().positive(),
  memoryBytes: bytes,
  /** Null where only the engine's own host could say. */
  memoryFreeBytes: bytes.nullable(),
  diskBytes: bytes.nullable(),
  diskFreeBytes: bytes.nullable(),
});

/** An engine's host as the worker last saw it. */
export type Capacity = z.output<typeof shape>;

/** @returns null for what was never written, or by another version */
export function parseCapacity(value: unknown): Capacity | null {
  const parsed = shape.safeParse(value);
  return parsed.success ? parsed.data : null;
}

/** How many stacks' networks a pool holds. */
export const subnetsIn = (pool: string): number => 2 ** Math.max(0, stackPrefix - parseCidr(pool).prefix);

/** Stacks that still fit into free memory; null when nobody knows. */
export const stacksByMemory = (capacity: Capacity | null): number | null =>
  capacity?.memoryFreeBytes == null ? null : Math.floor(capacity.memoryFreeBytes / stackMemoryBytes);
