import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect, createServer, type ListenOptions, type NetConnectOpts } from "node:net";

/** Passes on every connection that comes to `from`. */
export async function relay(from: ListenOptions, to: NetConnectOpts): Promise<void> {
  const server = createServer({ allowHalfOpen: true }, (near) => {
    const far = connect({ ...to, allowHalfOpen: true });
    near.pipe(far).pipe(near);
    near.on("error", () => far.destroy());
    far.on("error", () => near.destroy());
    near.on("close", () => far.destroy());
    far.on("close", () => near.destroy());
  });
  server.listen(from);
  await once(server, "listening");
}

/** Runs a program to its end with our standard streams, and the two by which Playwright speaks to a browser. */
export async function run(program: string, args: readonly string[]): Promise<number> {
  const child = spawn(program, args, { stdio: ["inherit", "inherit", "inherit", 3, 4] });
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => child.kill(signal));
  const [code] = (await once(child, "exit")) as [number | null];
  return code ?? 1;
}
