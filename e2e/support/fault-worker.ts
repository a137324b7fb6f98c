/**
 * The worker with a fault: it kills itself with SIGKILL after the operation that FAULT_AFTER names
 * (1 is the first), when Docker has done it and the control database does not know yet. Without
 * FAULT_AFTER it is the worker as it is.
 */
import { readWorkerOptions } from "../../lib/worker/options.ts";
import { startWorker } from "../../lib/worker/worker.ts";

const faultAfter = Number(process.env.FAULT_AFTER ?? 0);
let carriedOut = 0;

const worker = startWorker({
  ...readWorkerOptions(process.env),
  afterOperation() {
    carriedOut += 1;
    if (carriedOut === faultAfter) process.kill(process.pid, "SIGKILL");
  },
});

process.once("SIGTERM", async () => {
  await worker.stop();
  process.exit(0);
});
