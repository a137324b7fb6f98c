/** What Docker reports of one project at one moment. */

export type ContainerState = "created" | "running" | "paused" | "restarting" | "removing" | "exited" | "dead";

export interface ObservedContainer {
  readonly id: string;
  readonly name: string;
  readonly service: string;
  readonly revision: string;
  readonly imageId: string;
  readonly state: ContainerState;
  /** Networks it is attached to, with the address it was given there. */
  readonly networks: Readonly<Record<string, string>>;
}

export interface ObservedProject {
  readonly containers: readonly ObservedContainer[];
  /** name → subnet */
  readonly networks: Readonly<Record<string, string>>;
  readonly volumes: readonly string[];
}

export const nothingObserved: ObservedProject = { containers: [], networks: {}, volumes: [] };
