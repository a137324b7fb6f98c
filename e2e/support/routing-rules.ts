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

/**
 * Lets packets pass between two bridges for as long as the work lasts, whatever Docker's rules say:
 * what Docker 20.10 does to all bridges at once, for the instant in which it makes a network.
 */
export async function withFirewallOpen<T>(bridges: readonly [string, string], work: () => Promise<T>): Promise<T> {
  const { asRoot } = await inspectMachine(process.env);
  const iptables = await findProgram("iptables", process.env);
  if (asRoot === null || iptables === null) throw new Error("this test needs iptables, as root or with sudo");
  const change = async (how: "-I" | "-D"): Promise<void> => {
    for (const [from, to] of [bridges, [...bridges].reverse()]) {
      // Engines from 28 on have rules in the table raw as well.
      for (const [table, chain, match] of [
        ["raw", "PREROUTING", ["-i", from]],
        ["filter", "FORWARD", ["-i", from, "-o", to]],
      ] as const) {
        const command = [...asRoot, iptables, "-w", "-t", table, how, chain, ...match, "-j", "ACCEPT"] as string[];
        const { code, stderr } = await runProgram(command, process.env);
        if (code !== 0) throw new Error(`${command.join(" ")}: ${stderr}`);
      }
    }
  };
  try {
    await change("-I");
    return await work();
  } finally {
    await change("-D");
  }
}
