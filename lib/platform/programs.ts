import { join } from "node:path";
import type { Home, Settings } from "../home.ts";
import { deriveSecret, type MasterKey } from "../secrets/key.ts";

/** One of the programs that `up` keeps running. */
export interface Program {
  readonly name: "portal" | "worker";
  readonly command: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

interface ProgramOptions {
  readonly home: Home;
  readonly env: NodeJS.ProcessEnv;
  readonly settings: Settings;
  readonly key: MasterKey;
  /** Next in development mode, worker restarted when its code changes. */
  readonly development?: boolean;
}

/** Address of the portal for people: the edge's port, on localhost. */
export function portalUrl(port: number): string {
  return port === 80 ? "http://localhost" : `http://localhost:${port}`;
}

/** Portal and worker, in the order they are stopped in. */
export function programs({ home, env, settings, key, development = false }: ProgramOptions): Program[] {
  const { SMTP_URL: smtpUrl, ...everybodys } = env;
  const shared = { ...everybodys, FREEHOLD_HOME: home.root, FREEHOLD_NAMESPACE: home.namespace };
  const next = join(home.project, "node_modules", "next", "dist", "bin", "next");
  const watch = development ? ["--watch-path", join(home.project, "lib"), "--watch-preserve-output"] : [];
  return [
    {
      name: "portal",
      command: [
        process.execPath,
        next,
        development ? "dev" : "start",
        "-H",
        "127.0.0.1",
        "-p",
        String(settings.portalPort),
      ],
      env: {
        ...shared,
        NODE_ENV: development ? "development" : "production",
        PORT: String(settings.portalPort),
        NEXTAUTH_URL: portalUrl(settings.port),
        NEXTAUTH_SECRET: deriveSecret(key, "portal sessions"),
      },
    },
    {
      name: "worker",
      command: [process.execPath, ...process.execArgv, ...watch, join(home.project, "lib", "worker", "main.ts")],
      env: {
        ...shared,
        NODE_ENV: development ? "development" : "production",
        // It carries a password; the worker alone sends mail.
        ...(smtpUrl && { SMTP_URL: smtpUrl }),
      },
    },
  ];
}
