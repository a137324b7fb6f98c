import Docker from "dockerode";
import { failure } from "../errors.ts";
import { callDeadline, callEngine } from "./call.ts";

/** A Docker Engine we can talk to. */
export interface Engine {
  readonly endpoint: string;
  readonly docker: Docker;
}

/**
 * @param endpoint `unix:///var/run/docker.sock` or `tcp://host:2375`; nothing is contacted yet
 * @throws engine_missing for an endpoint of another kind
 */
export function connectEngine(endpoint: string): Engine {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : null;
  if (url?.protocol === "unix:") return { endpoint, docker: new Docker({ socketPath: url.pathname }) };
  if (url?.protocol === "tcp:") {
    return { endpoint, docker: new Docker({ host: url.hostname, port: url.port || 2375, protocol: "http" }) };
  }
  throw failure("engine_missing", { endpoint });
}

/** The endpoint this machine's `docker` command would use. */
export const localEndpoint = (env: NodeJS.ProcessEnv): string => env.DOCKER_HOST || "unix:///var/run/docker.sock";

export interface EngineInfo {
  readonly version: string;
  readonly apiVersion: string;
  /** Where it keeps its data, on its host. */
  readonly root: string;
  readonly cores: number;
  /** Of its host. */
  readonly memoryBytes: number;
}

/** @throws engine_unreachable, engine_timeout */
export async function engineInfo(engine: Engine): Promise<EngineInfo> {
  return callEngine(engine.endpoint, "version", callDeadline.quick, async () => {
    const [version, info] = await Promise.all([engine.docker.version(), engine.docker.info()]);
    const { DockerRootDir, NCPU, MemTotal } = info as { DockerRootDir?: string; NCPU?: number; MemTotal?: number };
    return {
      version: String(version.Version),
      apiVersion: String(version.ApiVersion),
      root: DockerRootDir ?? "",
      cores: NCPU ?? 1,
      memoryBytes: MemTotal ?? 0,
    };
  });
}
