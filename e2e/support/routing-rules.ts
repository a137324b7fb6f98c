import { withoutFrames } from "../../lib/docker/read-logs.ts";
import { label } from "../../lib/domain/names.ts";
import { parseNamespace } from "../../lib/domain/namespace.ts";
import { findProgram, inspectMachine } from "../../lib/platform/apt.ts";
import { guardContainer } from "../../lib/platform/look-at-guard.ts";
import type { Installation } from "./installation.ts";
import { runProgram } from "./run-program.ts";

/** Routing rules and firewall of the engine's host, which tests take away or open for a moment. */

/** Runs `ip -4` on the engine's host. @returns what it wrote; @throws with that when it does not end with 0 */
export type Ip = (...args: readonly string[]) => Promise<string>;

/** In containers of the guard's own image, as the guard does. */
export async function ipOnHost({ docker, namespace }: Installation): Promise<Ip> {
  const { Image: image } = await docker.getContainer(guardContainer(parseNamespace(namespace))).inspect();
  return async (...args) => {
    const container = await docker.createContainer({
      Image: image,
      Entrypoint: ["ip", "-4"],
      Cmd: [...args],
      Labels: { [label.namespace]: namespace },
      HostConfig: { NetworkMode: "host", CapDrop: ["ALL"], CapAdd: ["NET_ADMIN"] },
    });
    try {
      await container.start();
      const { StatusCode: code } = (await container.wait()) as { StatusCode: number };
      const said = withoutFrames(await container.logs({ stdout: true, stderr: true })).toString("utf8");
      if (code !== 0) throw new Error(`ip ${args.join(" ")} ended with ${code}: ${said}`);
      return said;
    } finally {
      await container.remove({ force: true });
    }
  };
}

/** The three rules of a network, as lib/platform/guard-image/guard.sh makes them. */
export const rulesOf = (network: string): string[][] => [
  ["priority", "1", "to", network, "iif", "lo", "lookup", "main"],
  ["priority", "2", "to", network, "prohibit"],
  ["priority", "2", "from", network, "prohibit"],
];

/** A network's bridge, or Docker's own. */
export async function bridgeOf({ docker }: Installation, network: string): Promise<string> {
  if (network === "bridge") return "docker0";
  const { Id: id } = (await docker.getNetwork(network).inspect()) as { Id: string };
  return `br-${id.slice(0, 12)}`;
}

type Iptables = (...args: readonly string[]) => Promise<string>;

/** Docker's own iptables, or null on a machine where we may not use it. */
async function findIptables(): Promise<Iptables | null> {
  const { asRoot } = await inspectMachine(process.env);
  const program = await findProgram("iptables", process.env);
  if (asRoot === null || program === null) return null;
  return async (...args) => {
    const { code, stdout, stderr } = await runProgram([...asRoot, program, "-w", ...args], process.env);
    if (code !== 0) throw new Error(`iptables ${args.join(" ")}: ${stderr}`);
    return stdout;
  };
}

/** In a comment on what we put into the firewall, with the process's id after it. */
const mark = "freehold-test-";
// Engines from 28 on have rules in the table raw as well.
const chains = [
  ["raw", "PREROUTING"],
  ["filter", "FORWARD"],
] as const;

/**
 * Lets packets pass between two bridges for as long as the work lasts, whatever Docker's rules say:
 * what Docker 20.10 does to all bridges at once, for the instant in which it makes a network.
 * @param work is given what opens it anew: whenever somebody has a network made, Docker puts its own rules first again
 */
export async function withFirewallOpen<T>(
  [one, other]: readonly [string, string],
  work: (openAnew: () => Promise<void>) => Promise<T>,
): Promise<T> {
  const iptables = await findIptables();
  if (iptables === null) throw new Error("this test needs iptables, as root or with sudo");
  const change = async (how: "-I" | "-D"): Promise<void> => {
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const) {
      for (const [table, chain] of chains) {
        const match = chain === "FORWARD" ? ["-i", from, "-o", to] : ["-i", from];
        const comment = ["-m", "comment", "--comment", `${mark}${process.pid}`];
        await iptables("-t", table, how, chain, ...match, ...comment, "-j", "ACCEPT");
      }
    }
  };
  try {
    await change("-I");
    return await work(async () => {
      await change("-D");
      await change("-I");
    });
  } finally {
    await change("-D");
  }
}

/** Takes away what runs that were killed have left in the firewall; it names bridges that are gone by then. */
export async function closeFirewall(isAlive: (pid: number) => boolean): Promise<void> {
  // Not worth a question for a password.
  const iptables = process.getuid?.() === 0 ? await findIptables() : null;
  if (iptables === null) return;
  for (const [table, chain] of chains) {
    for (const line of (await iptables("-t", table, "-S", chain)).split("\n")) {
      const pid = new RegExp(`--comment "?${mark}(\\d+)`).exec(line)?.[1];
      if (pid === undefined || isAlive(Number(pid))) continue;
      // A listed rule is its own command line, with nothing of ours in quotes.
      const [, ...rule] = line.replaceAll('"', "").split(" ");
      await iptables("-t", table, "-D", ...rule);
    }
  }
}
