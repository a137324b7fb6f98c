import { join } from "node:path";
import type { Engine } from "../docker/connect.ts";
import { buildImage, findImage } from "../docker/images.ts";
import type { Home } from "../home.ts";
import { allOrFirstError } from "./all-or-first-error.ts";
import { dockerignore, hashFiles, readFolder } from "./content-hash.ts";
import { withLog } from "./open-log.ts";
import { packContext } from "./pack-context.ts";
import type { Reporter } from "./reporter.ts";

export interface BuiltImage {
  /** `freehold/cms-db:<content hash>` */
  readonly reference: string;
  readonly id: string;
}

export const imageNames = ["db", "api", "web", "edge", "guard"] as const;
export type ImageName = (typeof imageNames)[number];

/** Folder of the build context, relative to the project. */
const contexts: Record<ImageName, string> = {
  db: "stack/db",
  api: "stack/backend",
  web: "stack/frontend",
  edge: "lib/platform/edge-image",
  guard: "lib/platform/guard-image",
};

export const repositories: Record<ImageName, string> = {
  db: "freehold/cms-db",
  api: "freehold/cms-api",
  web: "freehold/cms-web",
  edge: "freehold/edge",
  guard: "freehold/guard",
};

const contextLabel = "freehold.context";
const hashLength = 16;

/**
 * Builds what changed. An image is named by the hash of everything that goes into it, so one that
 * is there already needs neither a build nor a question.
 * @param baseId id of the base image, part of each hash
 * @throws image_build_failed
 */
export async function buildImages(
  engine: Engine,
  { home, reporter, baseId }: { home: Home; reporter: Reporter; baseId: string },
): Promise<Record<ImageName, BuiltImage>> {
  const built = await allOrFirstError(
    imageNames.map(async (name) => [name, await ensureImage(engine, name, home, reporter, baseId)] as const),
  );
  return Object.fromEntries(built) as Record<ImageName, BuiltImage>;
}

async function ensureImage(
  engine: Engine,
  name: ImageName,
  home: Home,
  reporter: Reporter,
  baseId: string,
): Promise<BuiltImage> {
  const folder = join(home.project, contexts[name]);
  // Docker's own client sends the Dockerfile whatever the ignore file says.
  const files = await readFolder(folder, [...(await dockerignore(folder)), "!Dockerfile"]);
  const hash = hashFiles(files, baseId).slice(0, hashLength);
  const reference = `${repositories[name]}:${hash}`;
  const present = await findImage(engine, reference);
  if (present !== null) return { reference, id: present };
  return reporter.step(`Building the ${name} image`, () =>
    withLog(home, `build-${name}`, async (log) => {
      const build = { reference, labels: { [contextLabel]: hash }, context: packContext(files) };
      await buildImage(engine, build, log.handle, log.path);
      const id = await findImage(engine, reference);
      if (id === null) throw new Error(`${reference} was built but is not there`);
      return { reference, id };
    }),
  );
}
