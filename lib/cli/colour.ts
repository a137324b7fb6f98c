import pc from "picocolors";

export type Colours = ReturnType<typeof pc.createColors>;

/** Colour only where a person looks: on a terminal, and not when NO_COLOR asks for none. */
export function coloursFor(stream: NodeJS.WriteStream, env: NodeJS.ProcessEnv): Colours {
  return pc.createColors(stream.isTTY === true && !env.NO_COLOR && env.TERM !== "dumb");
}
