import type { ProjectSpec, ServiceSpec } from "../domain/spec.ts";
import type { ObservedContainer, ObservedProject } from "./observed.ts";

/** For tests: a project of three services on one network, and what Docker reports of it when all is well. */

const addresses = { db: "10.213.0.2", api: "10.213.0.3", web: "10.213.0.4" };
type ServiceName = keyof typeof addresses;

const service = (name: ServiceName, dependsOn: readonly ServiceName[], stopTimeout = 10): ServiceSpec => ({
  name,
  container: `fh-acme-${name}-1`,
  image: `cms-${name}:1`,
  imageId: `sha256:${name}`,
  command: null,
  entrypoint: null,
  environment: {},
  labels: {},
  user: null,
  readOnly: true,
  init: true,
  tmpfs: {},
  capDrop: [],
  capAdd: [],
  securityOptions: [],
  pidsLimit: null,
  memory: null,
  memorySwap: null,
  shmSize: null,
  cpus: null,
  restart: "unless-stopped",
  stopTimeout,
  stopSignal: null,
  logging: null,
  mounts: [],
  network: { mode: "own", name: "fh-acme_default", address: addresses[name] },
  extraHosts: [],
  dependsOn,
  revision: `rev-${name}`,
});

export const spec: ProjectSpec = {
  project: "fh-acme",
  stack: "acme",
  networks: [
    { key: "default", name: "fh-acme_default", subnet: "10.213.0.0/28", internal: true, driverOptions: {}, labels: {} },
  ],
  volumes: [{ key: "dbdata", name: "fh-acme_dbdata", labels: {} }],
  services: [service("db", [], 20), service("api", ["db"]), service("web", ["api"])],
};

export const containerOf = (name: ServiceName): ObservedContainer => ({
  id: `id-${name}`,
  name: `fh-acme-${name}-1`,
  service: name,
  revision: `rev-${name}`,
  imageId: `sha256:${name}`,
  state: "running",
  networks: { "fh-acme_default": addresses[name] },
});

export const allThere: ObservedProject = {
  containers: [containerOf("db"), containerOf("api"), containerOf("web")],
  networks: { "fh-acme_default": "10.213.0.0/28" },
  volumes: ["fh-acme_dbdata"],
};
