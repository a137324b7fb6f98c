import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { relay, run } from "./relay.ts";

/** In the machine's network: takes what comes by the socket to the port, and starts the other end and the browser. */
const folder = mkdtempSync(join(tmpdir(), "freehold-still-"));
const socket = join(folder, "socket");
await relay({ path: socket }, { host: "127.0.0.1", port: Number(process.env.FREEHOLD_STILL_PORT) });

// With loopback alone a browser would say that it is offline. No address comes by itself later.
const prepare = [
  "link set lo up",
  "link add still0 type veth peer name still1",
  "link set still0 addrgenmode none",
  "link set still1 addrgenmode none",
  "addr add 192.0.2.1/24 dev still0",
  "link set still0 up",
  "link set still1 up",
]
  .map((command) => `ip ${command}`)
  .join(" && ");
const inside = join(import.meta.dirname, "inside.ts");
const code = await run("unshare", [
  "--net",
  "sh",
  "-c",
  `${prepare} && exec "$@"`,
  "sh",
  process.execPath,
  inside,
  socket,
  ...process.argv.slice(2),
]);
rmSync(folder, { recursive: true });
process.exit(code);
