import { userInfo } from "node:os";
import type { Actor } from "../tenants/actor.ts";

/** Whoever runs the command, for the audit trail. */
export function cliActor(): Actor {
  return { name: `cli:${process.env.SUDO_USER ?? userInfo().username}`, origin: "cli" };
}
