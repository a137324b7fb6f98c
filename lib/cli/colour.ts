import type { WriteStream } from "node:tty";
import pc from "picocolors";

export type Colours = ReturnType<typeof pc.createColors>;

/** Colour only where a person looks: on a terminal, and not when NO_COLOR asks for none. */
export function coloursFor(stream: NodeJS.WritableStream, env: NodeJS.ProcessEnv): Colours {
  const terminal = (stream as Partial<WriteStream>).isTTY === true;
  return pc.createColors(terminal && !env.NO_COLOR && env.TERM !== "dumb");
}
