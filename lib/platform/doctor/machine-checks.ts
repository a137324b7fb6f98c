import { existsSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { loadKey } from "../../secrets/key.ts";
import { assertKeyFits } from "../../tenants/assert-key-fits.ts";
import { type Check, cannotTell, fail, ok, warn } from "./check.ts";

const openToOthers = 0o077;
const tolerableSkewMs = 2_000;

export const machineChecks: readonly Check[] = [
  {
    name: "key",
    async run({ home, env, db }) {
      const key = loadKey(home, env);
      if (db) await assertKeyFits(db, key);
      return ok(env.FREEHOLD_SECRET_KEY === undefined ? home.keyFile : "FREEHOLD_SECRET_KEY");
    },
  },
  {
    name: "secret files",
    async run({ home }) {
      const stacks = existsSync(home.stacks) ? await readdir(home.stacks) : [];
      const secret = [home.root, home.keyFile, home.controlEnvFile, home.stacks, home.sockets];
      const ofStacks = stacks.flatMap((stack) => [join(home.stacks, stack), join(home.stacks, stack, ".env")]);
      const present = [...secret, ...ofStacks].filter((path) => existsSync(path));
      const modes = await Promise.all(present.map(async (path) => ({ path, mode: (await stat(path)).mode })));
      const open = modes.filter(({ mode }) => (mode & openToOthers) !== 0).map(({ path }) => path);
      if (open.length === 0) return ok(`${present.length} files and folders, none open to others`);
      return fail(`Open to others: ${open.slice(0, 3).join(", ")}`, `chmod go-rwx ${open.join(" ")}`);
    },
  },
  {
    name: "clock",
    async run({ db }) {
      if (!db) return cannotTell("the control database is away");
      const before = Date.now();
      const rows = await db.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`;
      const middle = (before + Date.now()) / 2;
      const skew = Math.abs((rows[0]?.now.getTime() ?? 0) - middle);
      if (skew <= tolerableSkewMs) return ok("This machine and the control database agree");
      return warn(
        `This machine and the control database differ by ${(skew / 1000).toFixed(1)} s`,
        "Set the clock, best with NTP.",
      );
    },
  },
];
