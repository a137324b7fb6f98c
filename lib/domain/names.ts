import type { Namespace } from "./namespace.ts";

/** Names and labels of Docker objects, as Docker Compose makes them, and ours beside them. */

export const label = {
  namespace: "freehold.namespace",
  stack: "freehold.stack",
  revision: "freehold.revision",
  /** `first` in the compose file: the service that takes longest to come up. */
  start: "freehold.start",
  composeProject: "com.docker.compose.project",
  composeService: "com.docker.compose.service",
  composeNumber: "com.docker.compose.container-number",
  /** Compose leaves out of `ps`, `logs` and `down` what does not carry it. */
  composeConfigHash: "com.docker.compose.config-hash",
  composeOneoff: "com.docker.compose.oneoff",
  composeNetwork: "com.docker.compose.network",
  composeVolume: "com.docker.compose.volume",
  composeVersion: "com.docker.compose.version",
  composeConfigFiles: "com.docker.compose.project.config_files",
  composeWorkingDir: "com.docker.compose.project.working_dir",
} as const;

/** The stack label of the platform's own project (control database, edge and guard). */
export const platformStack = "_platform";
/** Its service that keeps stacks' networks apart from all others, see docs/decisions/0013. */
export const guardService = "guard";

export const projectName = (namespace: Namespace, stack: string): string =>
  stack === platformStack ? namespace : `${namespace}-${stack}`;
export const containerName = (project: string, service: string): string => `${project}-${service}-1`;
export const networkName = (project: string, key: string): string => `${project}_${key}`;
export const volumeName = (project: string, key: string): string => `${project}_${key}`;

/** Labels that say an object is ours, and whose. */
export const ownLabels = (namespace: Namespace, stack: string): Record<string, string> => ({
  [label.namespace]: namespace,
  [label.stack]: stack,
  [label.composeProject]: projectName(namespace, stack),
});
