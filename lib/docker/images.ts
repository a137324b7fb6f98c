import { type FileHandle, open } from "node:fs/promises";
import type { Readable } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { FreeholdError, failure } from "../errors.ts";
import { callDeadline, callEngine, statusOf } from "./call.ts";
import type { Engine } from "./connect.ts";

/** Seconds; a pull or a build that takes longer has lost its network. */
const transferDeadline = 1_800;
const notFound = 404;

/** The id (`sha256:…`) behind a reference, or null when the engine has none of that name. */
export async function findImage(engine: Engine, reference: string): Promise<string | null> {
  try {
    const image = await callEngine(engine.endpoint, `inspect image ${reference}`, callDeadline.quick, () =>
      engine.docker.getImage(reference).inspect(),
    );
    return image.Id;
  } catch (thrown) {
    if (statusOf(thrown) === notFound) return null;
    throw thrown;
  }
}

/** @param id image id; @param reference `repository:tag` it shall also be known by */
export async function tagImage(engine: Engine, id: string, reference: string): Promise<void> {
  const { repo, tag } = splitReference(reference);
  await callEngine(engine.endpoint, `tag ${reference}`, callDeadline.quick, () =>
    engine.docker.getImage(id).tag({ repo, tag }),
  );
}

/** Pulls from a registry. @throws engine_refused when there is none, or no such image in it */
export async function pullImage(engine: Engine, reference: string, log: FileHandle): Promise<void> {
  await callEngine(engine.endpoint, `pull ${reference}`, transferDeadline, async (signal) => {
    const stream = (await engine.docker.pull(reference, { abortSignal: signal })) as Readable;
    await follow(stream, log);
  });
}

/** Makes an image of a root file system. @param tarFile path of a tar archive on this machine */
export async function importImage(engine: Engine, tarFile: string, reference: string, log: FileHandle): Promise<void> {
  const { repo, tag } = splitReference(reference);
  const file = await open(tarFile);
  try {
    await callEngine(engine.endpoint, `import ${reference}`, transferDeadline, async (signal) => {
      const archive = file.createReadStream({ autoClose: false });
      await follow((await engine.docker.importImage(archive, { repo, tag, abortSignal: signal })) as Readable, log);
    });
  } finally {
    await file.close();
  }
}

export interface Build {
  readonly reference: string;
  readonly labels: Readonly<Record<string, string>>;
  /** A tar archive with a Dockerfile. */
  readonly context: Readable;
}

/** Builds with the classic builder, which every supported engine has. @throws image_build_failed */
export async function buildImage(engine: Engine, build: Build, log: FileHandle, logFile: string): Promise<void> {
  try {
    await callEngine(engine.endpoint, `build ${build.reference}`, transferDeadline, async (signal) => {
      const stream = await engine.docker.buildImage(build.context, {
        t: build.reference,
        labels: { ...build.labels },
        rm: true,
        forcerm: true,
        abortSignal: signal,
      });
      await follow(stream as Readable, log);
    });
  } catch (thrown) {
    const why = engineWords(thrown);
    throw failure("image_build_failed", { image: build.reference, why, log: logFile }, { cause: thrown });
  }
}

/** What the engine said, without what we and its client wrapped around it. */
function engineWords(thrown: unknown): string {
  const cause = thrown instanceof FreeholdError && thrown.cause instanceof Error ? thrown.cause : thrown;
  const text = cause instanceof Error ? cause.message : String(cause);
  return text
    .replace(/^\(HTTP code \d+\) [^-]*- /, "")
    .trim()
    .replace(/\.$/, "");
}

interface Progress {
  readonly stream?: string;
  readonly status?: string;
  readonly id?: string;
  readonly error?: string;
}

/** Copies an engine's progress to the log until it ends. @throws Error with the engine's own words */
async function follow(stream: Readable, log: FileHandle): Promise<void> {
  let rest = "";
  let lastStatus = "";
  for await (const chunk of stream) {
    const lines = (rest + String(chunk)).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      if (line.trim() === "") continue;
      const progress = JSON.parse(line) as Progress;
      if (progress.error) {
        await log.write(`${progress.error}\n`);
        throw new Error(progress.error.trim());
      }
      const status = progress.status && `${progress.id ? `${progress.id}: ` : ""}${progress.status}\n`;
      if (progress.stream) await log.write(stripVTControlCharacters(progress.stream));
      else if (status && status !== lastStatus) await log.write(status);
      lastStatus = status || lastStatus;
    }
  }
  if (rest.trim() !== "") {
    const progress = JSON.parse(rest) as Progress;
    if (progress.error) throw new Error(progress.error.trim());
  }
}

function splitReference(reference: string): { repo: string; tag: string } {
  const colon = reference.lastIndexOf(":");
  return { repo: reference.slice(0, colon), tag: reference.slice(colon + 1) };
}
