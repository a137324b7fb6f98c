import { readFileSync } from "node:fs";
import type { Db } from "../db/client.ts";
import type { Engine } from "../docker/connect.ts";
import { tagImage } from "../docker/images.ts";
import { canonicalJson, sha256 } from "../domain/canonical-json.ts";
import type { Home } from "../home.ts";
import { type BuiltImage, type ImageName, repositories } from "./build-images.ts";
import { stackFile } from "./check-stack-file.ts";

const services = ["db", "api", "web"] as const;
const idLength = 12;

/**
 * Makes the built images and the compose file a release, which new clients get from now on. The
 * same content is the same release, however often it is brought up.
 * @returns the release's id, also the images' tag
 */
export async function publishRelease(
  db: Db,
  engine: Engine,
  home: Home,
  images: Record<ImageName, BuiltImage>,
): Promise<string> {
  const composeFile = readFileSync(stackFile(home), "utf8");
  const imageIds = Object.fromEntries(services.map((service) => [service, images[service].id]));
  const id = sha256(canonicalJson({ composeFile, imageIds })).slice(0, idLength);
  await Promise.all(services.map((service) => tagImage(engine, images[service].id, `${repositories[service]}:${id}`)));
  const newest = await db.release.findFirst({ orderBy: { createdAt: "desc" }, select: { id: true } });
  if (newest?.id === id) return id;
  await db.release.upsert({
    where: { id },
    create: { id, composeFile, imageIds },
    // An older release that is brought up again is again the one that new clients get.
    update: { createdAt: new Date() },
  });
  return id;
}
