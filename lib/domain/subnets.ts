/** IPv4 arithmetic for the pool that stacks' networks are cut from. */

/** Prefix length of a stack's network: 16 addresses, of which three are for services. */
export const stackPrefix = 28;
const stackSize = 2 ** (32 - stackPrefix);

export interface Cidr {
  /** First address as an unsigned 32-bit number. */
  readonly base: number;
  readonly prefix: number;
}

const toNumber = (address: string): number | null => {
  // Number() takes "", " 1" and "0x1" for numbers.
  if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(address)) return null;
  const parts = address.split(".").map(Number);
  if (parts.some((part) => part > 255)) return null;
  return parts.reduce((sum, part) => sum * 256 + part, 0);
};

const toAddress = (value: number): string => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join(".");

/** @throws RangeError when it is not an IPv4 network such as `10.213.0.0/16` */
export function parseCidr(text: string): Cidr {
  const { address, prefix } = parseInterface(text);
  if (address % 2 ** (32 - prefix) !== 0) throw new RangeError(`“${text}” does not start at a multiple of its size`);
  return { base: address, prefix };
}

/**
 * The network that an address with a prefix lies in: `10.1.2.3/24` gives `10.1.2.0/24`. Docker
 * reports a network the way its maker wrote it.
 * @throws RangeError when it is not IPv4
 */
export function networkAround(text: string): Cidr {
  const { address, prefix } = parseInterface(text);
  return { base: address - (address % 2 ** (32 - prefix)), prefix };
}

function parseInterface(text: string): { address: number; prefix: number } {
  const [addressText = "", prefixText = "", ...rest] = text.split("/");
  const address = toNumber(addressText);
  const prefix = Number(prefixText);
  if (address === null || rest.length > 0 || !/^\d{1,2}$/.test(prefixText) || prefix > 32) {
    throw new RangeError(`“${text}” is not an IPv4 network`);
  }
  return { address, prefix };
}

export const formatCidr = ({ base, prefix }: Cidr): string => `${toAddress(base)}/${prefix}`;

export function overlaps(a: Cidr, b: Cidr): boolean {
  const end = ({ base, prefix }: Cidr) => base + 2 ** (32 - prefix);
  return a.base < end(b) && b.base < end(a);
}

export const contains = (outer: Cidr, inner: Cidr): boolean =>
  inner.prefix >= outer.prefix && inner.base - (inner.base % 2 ** (32 - outer.prefix)) === outer.base;

/**
 * The first free /28 of a pool, or null when none is left.
 * @param taken networks that may not be touched, of any size
 */
export function firstFreeSubnet(pool: string, taken: readonly string[]): string | null {
  const { base, prefix } = parseCidr(pool);
  const used = taken.map(parseCidr);
  const exact = new Set(used.filter((cidr) => cidr.prefix === stackPrefix).map((cidr) => cidr.base));
  const larger = used.filter((cidr) => cidr.prefix !== stackPrefix);
  for (let at = base; at + stackSize <= base + 2 ** (32 - prefix); at += stackSize) {
    if (exact.has(at)) continue;
    const candidate = { base: at, prefix: stackPrefix };
    if (!larger.some((cidr) => overlaps(cidr, candidate))) return formatCidr(candidate);
  }
  return null;
}

/** Fixed addresses inside a stack's network; .1 is the bridge itself. */
export function serviceAddresses(subnet: string): { readonly db: string; readonly api: string; readonly web: string } {
  const { base } = parseCidr(subnet);
  return { db: toAddress(base + 2), api: toAddress(base + 3), web: toAddress(base + 4) };
}

/** Networks of a Linux routing table (`/proc/net/route`), default route left out. */
export function parseRouteTable(text: string): { readonly device: string; readonly cidr: Cidr }[] {
  const littleEndian = (hex: string): number => Buffer.from(hex, "hex").readUInt32LE(0);
  return text
    .split("\n")
    .slice(1)
    .map((line) => line.split("\t"))
    .flatMap(([device, destination, , , , , , mask]) => {
      if (!device || !destination || !mask) return [];
      const maskValue = littleEndian(mask);
      const prefix = maskValue === 0 ? 0 : 32 - Math.log2(2 ** 32 - maskValue);
      return prefix === 0 ? [] : [{ device, cidr: { base: littleEndian(destination), prefix } }];
    });
}
