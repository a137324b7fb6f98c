import { awaitAnswer } from "../support/await-answer.ts";
import { type Finished, runCommand } from "../support/run-command.ts";

interface RaceOptions {
  readonly command: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly port: number;
  readonly host: string;
  readonly signal: AbortSignal;
}

const longestMs = 120_000;

/**
 * Runs a command and asks for the site's first page beside it.
 * @throws when either does not succeed within two minutes
 */
export async function race({ command, env, port, host, signal }: RaceOptions): Promise<Raced> {
  const failed = new AbortController();
  const stop = AbortSignal.any([signal, failed.signal, AbortSignal.timeout(longestMs)]);
  const commandEnds = runCommand(command, { env, signal: stop });
  try {
    const [finished, answeredAt] = await Promise.all([commandEnds, awaitAnswer(port, host, stop)]);
    const { startedAt, endedAt, stdout } = finished;
    return { firstAnswerMs: answeredAt - startedAt, exitMs: endedAt - startedAt, stdout };
  } catch (error) {
    failed.abort();
    throw error;
  }
}

export interface Raced extends Pick<Finished, "stdout"> {
  readonly firstAnswerMs: number;
  readonly exitMs: number;
}
