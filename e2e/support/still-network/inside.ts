import { relay, run } from "./relay.ts";

/** In the browser's network: hands what comes to the port to the socket, and starts the browser. */
const [socket, chromium, ...options] = process.argv.slice(2);
if (socket === undefined || chromium === undefined) throw new Error("usage: inside.ts SOCKET CHROMIUM OPTIONS");
await relay({ host: "::", port: Number(process.env.FREEHOLD_STILL_PORT) }, { path: socket });
process.exit(await run(chromium, options));
