/** What Docker should hold for one project, fully resolved: no variable, no default left open. */

export interface ProjectSpec {
  /** Docker project, `<namespace>-<stack>`; the platform's own is `<namespace>`. */
  readonly project: string;
  readonly stack: string;
  readonly networks: readonly NetworkSpec[];
  readonly volumes: readonly VolumeSpec[];
  readonly services: readonly ServiceSpec[];
}

export interface NetworkSpec {
  /** Compose's name in the file, e.g. `default`. */
  readonly key: string;
  readonly name: string;
  readonly subnet: string | null;
  /** Docker's firewall lets nothing in or out of it; see docs/decisions/0013 for what that does not cover. */
  readonly internal: boolean;
  readonly driverOptions: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
}

export interface VolumeSpec {
  readonly key: string;
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
}

export interface MountSpec {
  readonly kind: "volume" | "bind";
  /** A volume's full name, or an absolute path on the engine's host. */
  readonly source: string;
  readonly target: string;
  readonly readOnly: boolean;
}

export interface ServiceSpec {
  readonly name: string;
  readonly container: string;
  readonly image: string;
  /** The release's image id; null when any image of that name will do. */
  readonly imageId: string | null;
  readonly command: readonly string[] | null;
  readonly entrypoint: readonly string[] | null;
  readonly environment: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly user: string | null;
  readonly readOnly: boolean;
  readonly init: boolean;
  readonly tmpfs: Readonly<Record<string, string>>;
  readonly capDrop: readonly string[];
  readonly capAdd: readonly string[];
  readonly securityOptions: readonly string[];
  readonly pidsLimit: number | null;
  /** Bytes. */
  readonly memory: number | null;
  readonly memorySwap: number | null;
  readonly shmSize: number | null;
  readonly cpus: number | null;
  readonly restart: "no" | "always" | "on-failure" | "unless-stopped";
  /** Seconds between the stop signal and SIGKILL. */
  readonly stopTimeout: number;
  readonly stopSignal: string | null;
  readonly logging: { readonly driver: string; readonly options: Readonly<Record<string, string>> } | null;
  readonly mounts: readonly MountSpec[];
  /** `host`, `none`, or the project's network with a fixed address. */
  readonly network:
    | { readonly mode: "host" | "none" }
    | { readonly mode: "own"; readonly name: string; readonly address: string | null };
  readonly extraHosts: readonly string[];
  readonly dependsOn: readonly string[];
  /** Hash of everything above; a container with another revision is replaced. */
  readonly revision: string;
}
