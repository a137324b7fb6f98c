import { isAbsolute, join } from "node:path";
import { failure } from "../../errors.ts";
import { canonicalJson, sha256 } from "../canonical-json.ts";
import { containerName, label, networkName, ownLabels, platformStack, projectName, volumeName } from "../names.ts";
import type { Namespace } from "../namespace.ts";
import type { MountSpec, NetworkSpec, ProjectSpec, ServiceSpec, VolumeSpec } from "../spec.ts";
import type { ComposeFile, ComposeService } from "./schema.ts";

export interface ProjectContext {
  readonly namespace: Namespace;
  readonly stack: string;
  /** service → image id of the release; services without one take whatever the tag names. */
  readonly imageIds: Readonly<Record<string, string>>;
  /** Path of the compose file, for Compose's labels and messages. */
  readonly file: string;
  /** Folder that relative bind mounts start from. */
  readonly folder: string;
}

/**
 * Turns a parsed compose file into what Docker should hold. Published ports and health checks are
 * left out on purpose: they serve people who run the file by hand (see DESIGN, “The stack's contract”).
 * A stack's network is internal: see docs/decisions/0013.
 * @throws compose_invalid for references to networks, volumes or services that the file does not declare
 */
export function resolveProject(file: ComposeFile, context: ProjectContext): ProjectSpec {
  const project = projectName(context.namespace, context.stack);
  const own = ownLabels(context.namespace, context.stack);
  const networks = Object.entries(file.networks).map(
    ([key, network]): NetworkSpec => ({
      key,
      name: networkName(project, key),
      subnet: network.ipam?.config[0]?.subnet ?? null,
      internal: context.stack !== platformStack,
      driverOptions: network.driver_opts,
      labels: { ...own, [label.composeNetwork]: key },
    }),
  );
  const volumes = Object.keys(file.volumes).map(
    (key): VolumeSpec => ({ key, name: volumeName(project, key), labels: { ...own, [label.composeVolume]: key } }),
  );
  const services = Object.entries(file.services).map(([name, service]) =>
    resolveService(name, service, file, project, own, context),
  );
  return { project, stack: context.stack, networks, volumes, services };
}

function resolveService(
  name: string,
  service: ComposeService,
  file: ComposeFile,
  project: string,
  own: Record<string, string>,
  context: ProjectContext,
): ServiceSpec {
  const undeclared = (key: string, why: string) =>
    failure("compose_invalid", { file: context.file, line: 1, key: `services.${name}.${key}`, why });
  for (const dependency of Object.keys(service.depends_on)) {
    if (!file.services[dependency]) throw undeclared("depends_on", `there is no service “${dependency}”`);
  }
  const mounts = service.volumes.map((text) => resolveMount(text, file, project, context, undeclared));
  if (context.stack !== platformStack) {
    // A client's stack owns nothing of the host; only the platform's own project does.
    if (mounts.some(({ kind }) => kind === "bind"))
      throw undeclared("volumes", "a stack may not mount the host's files");
    if (service.network_mode === "host") throw undeclared("network_mode", "a stack may not be on the host's network");
  }
  const spec: Omit<ServiceSpec, "revision"> = {
    name,
    container: containerName(project, name),
    image: service.image,
    imageId: context.imageIds[name] ?? null,
    command: service.command ?? null,
    entrypoint: service.entrypoint ?? null,
    environment: service.environment,
    labels: {
      ...service.labels,
      ...own,
      [label.composeService]: name,
      [label.composeNumber]: "1",
      [label.composeOneoff]: "False",
      [label.composeVersion]: "2.26.1",
      [label.composeConfigFiles]: context.file,
      [label.composeWorkingDir]: context.folder,
    },
    user: service.user ?? null,
    readOnly: service.read_only,
    init: service.init,
    tmpfs: Object.fromEntries(service.tmpfs.map((entry) => splitOnce(entry, ":"))),
    capDrop: service.cap_drop,
    capAdd: service.cap_add,
    securityOptions: service.security_opt,
    pidsLimit: service.pids_limit ?? null,
    memory: service.mem_limit ?? null,
    memorySwap: service.memswap_limit ?? null,
    shmSize: service.shm_size ?? null,
    cpus: service.cpus ?? null,
    restart: service.restart,
    stopTimeout: service.stop_grace_period,
    stopSignal: service.stop_signal ?? null,
    logging: service.logging ?? null,
    mounts,
    network: resolveNetwork(service, file, project, undeclared),
    extraHosts: service.extra_hosts,
    dependsOn: Object.keys(service.depends_on),
  };
  return { ...spec, revision: sha256(canonicalJson(spec)).slice(0, 16) };
}

type Undeclared = (key: string, why: string) => Error;

function resolveMount(
  text: string,
  file: ComposeFile,
  project: string,
  context: ProjectContext,
  undeclared: Undeclared,
): MountSpec {
  const [source = "", target = "", mode] = text.split(":");
  const readOnly = mode === "ro";
  if (target === "" || (mode !== undefined && mode !== "ro" && mode !== "rw")) {
    throw undeclared("volumes", `“${text}” is not source:target or source:target:ro`);
  }
  if (source.startsWith(".") || isAbsolute(source)) {
    return { kind: "bind", source: isAbsolute(source) ? source : join(context.folder, source), target, readOnly };
  }
  if (!(source in file.volumes)) throw undeclared("volumes", `there is no volume “${source}”`);
  return { kind: "volume", source: volumeName(project, source), target, readOnly };
}

function resolveNetwork(
  service: ComposeService,
  file: ComposeFile,
  project: string,
  undeclared: Undeclared,
): ServiceSpec["network"] {
  if (service.network_mode) return { mode: service.network_mode };
  const [[key, attachment] = ["default", {}], ...others] = Object.entries(service.networks ?? { default: {} });
  if (others.length > 0) throw undeclared("networks", "more than one network is not supported");
  if (!file.networks[key]) throw undeclared("networks", `there is no network “${key}”`);
  return { mode: "own", name: networkName(project, key), address: attachment.ipv4_address ?? null };
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + separator.length)];
}
