import pino from "pino";
import { databaseUrl } from "../db/database-url.ts";
import { poolSizeOverride } from "../domain/demo-pool.ts";
import { edgeAdminSocket } from "../edge/edge-admin.ts";
import { failure } from "../errors.ts";
import { locateHome, readSettings } from "../home.ts";
import { loadKey } from "../secrets/key.ts";
import type { WorkerOptions } from "./worker.ts";

/** What the worker needs, from the environment and the installation's folder. @throws not_up, key_invalid */
export function readWorkerOptions(env: NodeJS.ProcessEnv): WorkerOptions {
  const home = locateHome(env);
  const settings = readSettings(home);
  if (!settings) throw failure("not_up", { why: `nothing was brought up in ${home.root} yet` });
  return {
    home,
    key: loadKey(home, env),
    databaseUrl: databaseUrl(home, env),
    edge: {
      socket: edgeAdminSocket(home),
      port: settings.port,
      portalHosts: (env.FREEHOLD_PORTAL_HOSTS || "localhost,127.0.0.1").split(","),
      portalUpstream: `127.0.0.1:${settings.portalPort}`,
    },
    poolSize: poolSizeOverride(env),
    mail: {
      smtpUrl: env.SMTP_URL || null,
      sender: env.FREEHOLD_MAIL_FROM || "Freehold <freehold@localhost>",
    },
    outboundAllowed: (env.FREEHOLD_OUTBOUND_ALLOWED ?? "").split(",").filter(Boolean),
    log: pino({ level: env.FREEHOLD_LOG_LEVEL || "info", base: null, timestamp: pino.stdTimeFunctions.isoTime }),
  };
}
