import { dirname } from "node:path";
import type { Engine } from "../../docker/connect.ts";
import { prepareHome } from "../../home.ts";
import { allOrFirstError } from "../../platform/all-or-first-error.ts";
import { ensureBaseImage } from "../../platform/base-image.ts";
import { buildFrontend } from "../../platform/build-frontend.ts";
import { type BuiltImage, buildImages, type ImageName } from "../../platform/build-images.ts";
import { ensureComposePlugin } from "../../platform/compose-plugin.ts";
import { ensureDockerClient } from "../../platform/docker-client.ts";
import { ensureEngine } from "../../platform/install-engine.ts";
import type { Context } from "../context.ts";
import { shareInstallation } from "./installation.ts";
import type { Bench } from "./part.ts";
import { removeLeftovers } from "./remove-leftovers.ts";

/** @param scratch an empty folder for reports */
export function createBench(context: Context, scratch: string): Bench {
  prepareHome(context.home);
  const { home, install } = context;
  const { reporter } = context.out;
  const env = testEnvironment(context.env);
  const options = { home, env, reporter, install };

  const engine = once(async () => {
    const found = await ensureEngine(options);
    await removeLeftovers(found);
    return found;
  });
  const images = once(async () => {
    const found: Engine = await engine();
    const [baseId] = await allOrFirstError([ensureBaseImage(found, options), buildFrontend(options)]);
    const built: Record<ImageName, BuiltImage> = await buildImages(found, { home, reporter, baseId });
    await ensureDockerClient(options);
    await ensureComposePlugin(found, options);
    return built;
  });
  return { ...options, scratch, engine, images, ...shareInstallation({ home, engine, images }) };
}

/** Calls at most once, whoever asks; everybody is given the same answer or the same error. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

/** The caller's environment without what would lead tests to an installation in use. */
function testEnvironment(callers: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const env = { ...callers, PATH: `${dirname(process.execPath)}:${callers.PATH ?? ""}`, NO_COLOR: "1" };
  for (const name of Object.keys(env)) {
    if (/^(FREEHOLD_(NAMESPACE|HOME|SECRET_KEY)|DATABASE_URL|NODE_ENV|FORCE_COLOR)$/.test(name)) {
      delete (env as Record<string, string | undefined>)[name];
    }
  }
  return env;
}
