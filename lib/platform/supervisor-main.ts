/** The process that `up --detach` leaves behind: keeps portal and worker running until SIGTERM. */

import { failure } from "../errors.ts";
import { locateHome, readSettings } from "../home.ts";
import { loadKey } from "../secrets/key.ts";
import { programs } from "./programs.ts";
import { runSupervised } from "./run-supervised.ts";

const home = locateHome(process.env);
const settings = readSettings(home);
if (!settings) throw failure("not_up", { why: `${home.settingsFile} is missing` });
const say = (text: string): void => {
  process.stdout.write(`${new Date().toISOString()} ${text}\n`);
};
const key = loadKey(home, process.env);
const ended = runSupervised(home, programs({ home, env: process.env, settings, key }), say);
await ended.done;
