import { join } from "node:path";
import { type Installation, projectFolder } from "../support/installation.ts";
import type { Contender, Step } from "./contender.ts";
import { race } from "./race.ts";

/** `./freehold onboard`, its worker running already. */
export function freeholdContender({ env, port, freehold }: Installation): Contender {
  let count = 0;
  return {
    name: "freehold",
    async run(signal) {
      count += 1;
      const slug = `bench-run-${count}`;
      const command = [join(projectFolder, "freehold"), "onboard", slug, "--json"];
      const { firstAnswerMs, exitMs, stdout } = await race({ command, env, port, host: `${slug}.localhost`, signal });
      const { steps } = JSON.parse(stdout) as { steps: Step[] };
      await freehold(["teardown", slug, "--purge", "--yes"], signal);
      return { firstAnswerMs, exitMs, steps };
    },
  };
}
