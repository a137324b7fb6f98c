import type Docker from "dockerode";
import { label } from "../domain/names.ts";
import type { ServiceSpec } from "../domain/spec.ts";

/** The Engine API's body for creating a service's container. Pure. */
export function containerBody(service: ServiceSpec): Docker.ContainerCreateOptions {
  const { network } = service;
  return {
    name: service.container,
    Image: service.imageId ?? service.image,
    Env: Object.entries(service.environment).map(([name, value]) => `${name}=${value}`),
    Labels: { ...service.labels, [label.revision]: service.revision, [label.composeConfigHash]: service.revision },
    ...(service.command && { Cmd: [...service.command] }),
    ...(service.entrypoint && { Entrypoint: [...service.entrypoint] }),
    ...(service.user && { User: service.user }),
    ...(service.stopSignal && { StopSignal: service.stopSignal }),
    StopTimeout: service.stopTimeout,
    Healthcheck: { Test: ["NONE"] },
    HostConfig: {
      ReadonlyRootfs: service.readOnly,
      Init: service.init,
      Tmpfs: { ...service.tmpfs },
      CapDrop: [...service.capDrop],
      CapAdd: [...service.capAdd],
      SecurityOpt: [...service.securityOptions],
      ExtraHosts: [...service.extraHosts],
      RestartPolicy: { Name: service.restart },
      NetworkMode: network.mode === "own" ? network.name : network.mode,
      Mounts: service.mounts.map((mount) => ({
        Type: mount.kind,
        Source: mount.source,
        Target: mount.target,
        ReadOnly: mount.readOnly,
      })),
      ...(service.pidsLimit !== null && { PidsLimit: service.pidsLimit }),
      ...(service.memory !== null && { Memory: service.memory }),
      ...(service.memorySwap !== null && { MemorySwap: service.memorySwap }),
      ...(service.shmSize !== null && { ShmSize: service.shmSize }),
      ...(service.cpus !== null && { NanoCpus: Math.round(service.cpus * 1e9) }),
      ...(service.logging && { LogConfig: { Type: service.logging.driver, Config: { ...service.logging.options } } }),
    },
    ...(network.mode === "own" && {
      NetworkingConfig: {
        EndpointsConfig: {
          [network.name]: {
            Aliases: [service.name],
            ...(network.address && { IPAMConfig: { IPv4Address: network.address } }),
          },
        },
      },
    }),
  };
}
