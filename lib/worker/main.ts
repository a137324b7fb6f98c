/** The worker's entry: alone in changing Docker, free to be killed at any instant. */
import { readWorkerOptions } from "./options.ts";
import { startWorker } from "./worker.ts";

const options = readWorkerOptions(process.env);
const worker = startWorker(options);
options.log.info({ namespace: options.home.namespace, pid: process.pid }, "worker started");

let stopping = false;
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    options.log.info({ signal }, "worker stopping");
    worker.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        options.log.error({ err: error }, "worker did not stop cleanly");
        process.exit(1);
      },
    );
  });
}
