import { label } from "../domain/names.ts";
import type { NetworkSpec, VolumeSpec } from "../domain/spec.ts";
import { failure } from "../errors.ts";
import { callDeadline, callEngine, statusOf } from "./call.ts";
import type { Engine } from "./connect.ts";

/** Networks and volumes. “Already there” and “already gone” are success. */

const missing = new Set([404]);
const ownedBy = (found: Record<string, string> | undefined, wanted: Readonly<Record<string, string>>): boolean =>
  [label.namespace, label.stack].every((name) => found?.[name] === wanted[name]);

/** @throws subnet_conflict, name_taken */
export async function createNetwork(engine: Engine, network: NetworkSpec): Promise<void> {
  const existing = await callEngine(engine.endpoint, `list networks ${network.name}`, callDeadline.quick, () =>
    engine.docker.listNetworks({ filters: { name: [`^${network.name}$`] } }),
  );
  const same = existing.find(({ Name }) => Name === network.name);
  if (same) {
    if (ownedBy(same.Labels, network.labels)) return;
    throw failure("name_taken", { object: `Network ${network.name}` });
  }
  await callEngine(
    engine.endpoint,
    `create network ${network.name} ${network.subnet ?? ""}`.trim(),
    callDeadline.slow,
    () =>
      engine.docker.createNetwork({
        Name: network.name,
        Driver: "bridge",
        CheckDuplicate: true,
        Internal: network.internal,
        // The guard speaks for IPv4 (docs/decisions/0013), and engines can be set up to give all networks both.
        EnableIPv6: false,
        Labels: { ...network.labels },
        Options: { ...network.driverOptions },
        ...(network.subnet && { IPAM: { Driver: "default", Config: [{ Subnet: network.subnet }] } }),
      }),
  );
}

export async function removeNetwork(engine: Engine, name: string): Promise<void> {
  await goneIsFine(
    callEngine(engine.endpoint, `remove network ${name}`, callDeadline.slow, () =>
      engine.docker.getNetwork(name).remove(),
    ),
  );
}

/** @param address the fixed address to take there, or null for any */
export async function connectNetwork(
  engine: Engine,
  network: string,
  container: string,
  address: string | null,
): Promise<void> {
  try {
    await callEngine(
      engine.endpoint,
      `connect ${container} to ${network} as ${address ?? "any"}`,
      callDeadline.slow,
      () =>
        engine.docker.getNetwork(network).connect({
          Container: container,
          EndpointConfig: address ? { IPAMConfig: { IPv4Address: address } } : {},
        }),
    );
  } catch (thrown) {
    if (!/already exists in network/i.test(String((thrown as { detail?: string }).detail))) throw thrown;
  }
}

export async function disconnectNetwork(engine: Engine, network: string, container: string): Promise<void> {
  await goneIsFine(
    callEngine(engine.endpoint, `disconnect ${container} from ${network}`, callDeadline.slow, () =>
      engine.docker.getNetwork(network).disconnect({ Container: container, Force: true }),
    ),
  );
}

/** @throws name_taken */
export async function createVolume(engine: Engine, volume: VolumeSpec): Promise<void> {
  const found = await callEngine(engine.endpoint, `create volume ${volume.name}`, callDeadline.slow, async () => {
    await engine.docker.createVolume({ Name: volume.name, Labels: { ...volume.labels } });
    return engine.docker.getVolume(volume.name).inspect();
  });
  // Docker answers with the existing volume when the name is taken, whoever's it is.
  if (!ownedBy(found.Labels, volume.labels)) throw failure("name_taken", { object: `Volume ${volume.name}` });
}

export async function removeVolume(engine: Engine, name: string): Promise<void> {
  await goneIsFine(
    callEngine(engine.endpoint, `remove volume ${name}`, callDeadline.slow, () =>
      engine.docker.getVolume(name).remove(),
    ),
  );
}

async function goneIsFine(call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch (thrown) {
    if (!missing.has(statusOf(thrown) ?? 0)) throw thrown;
  }
}
