import { type Cidr, contains, parseCidr } from "./subnets.ts";

/** What `ip -4 -json rule show` says of one rule, as far as it counts here. */
interface Rule {
  readonly priority: number;
  readonly src: string;
  readonly srclen?: number;
  readonly dst?: string;
  readonly dstlen?: number;
  readonly iif?: string;
  readonly table?: string;
  readonly action?: string;
}

const hostPriority = 1;
const closedPriority = 2;
/** All that the rules of lib/platform/guard-image/guard.sh are made of; one with more holds less often. */
const plainKeys = new Set(["priority", "src", "srclen", "dst", "dstlen", "iif", "table", "action", "protocol"]);
const closing = new Set(["prohibit", "unreachable", "blackhole"]);

/**
 * The networks that routing rules keep apart: nothing is forwarded to or from them, and the host
 * itself reaches them. None at all when a rule comes before that we do not know.
 * @param listing output of `ip -4 -json rule show`
 * @throws SyntaxError when it is not JSON
 */
export function guardedNetworks(listing: string): string[] {
  const rules = JSON.parse(listing) as Rule[];
  const first = rules.filter(({ priority }) => priority <= closedPriority);
  if (!first.every(isHarmless)) return [];
  const plain = first.filter((rule) => Object.keys(rule).every((key) => plainKeys.has(key)));
  const closed = plain.filter(
    ({ priority, action, iif }) => priority === closedPriority && !iif && closing.has(action ?? ""),
  );
  const open = plain.filter(
    ({ priority, iif, table }) => priority === hostPriority && iif === "lo" && table === "main",
  );
  return open
    .filter(({ src }) => src === "all")
    .map(destination)
    .filter(
      (network) =>
        closed.some((rule) => rule.src === "all" && destination(rule) === network) &&
        closed.some((rule) => rule.dst === undefined && source(rule) === network),
    );
}

/** Whether a rule lets nothing be forwarded: the kernel's own for this host, the host's own packets, or one that closes. */
const isHarmless = ({ priority, table, iif, action }: Rule): boolean =>
  (priority === 0 && table === "local") || iif === "lo" || closing.has(action ?? "");

const destination = ({ dst, dstlen }: Rule): string => `${dst}/${dstlen ?? 32}`;
const source = ({ src, srclen }: Rule): string => `${src}/${srclen ?? 32}`;

/** Whether a subnet lies in one of the networks. */
export const isGuarded = (networks: readonly string[], subnet: string): boolean =>
  networks.some((network) => contains(parseCidr(network), parseCidr(subnet)));

/** What must be guarded: the pool, and subnets handed out from an earlier one. */
export function networksToGuard(pool: string, subnets: readonly string[]): string[] {
  const whole: Cidr = parseCidr(pool);
  return [pool, ...subnets.filter((subnet) => !contains(whole, parseCidr(subnet))).sort()];
}
