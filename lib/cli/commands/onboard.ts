import { parseSlug } from "../../domain/slug.ts";
import { failure } from "../../errors.ts";
import type { Context } from "../context.ts";

export interface OnboardArguments {
  readonly name?: string;
  readonly owner?: string;
  readonly region?: string;
  readonly wait: boolean;
  /** Seconds. */
  readonly timeout: number;
  readonly from?: string;
  readonly nameColumn?: string;
  readonly limit?: number;
  readonly concurrency: number;
}

export async function onboard(context: Context, slug: string | undefined, options: OnboardArguments): Promise<number> {
  if (options.from !== undefined) {
    const single = slug !== undefined || options.name !== undefined || options.owner !== undefined;
    if (single)
      throw failure("usage", { why: "--from brings slugs and names of its own; leave out slug, --name and --owner." });
    const { onboardList } = await import("../onboard/onboard-list.ts");
    return onboardList(context, options, options.from);
  }
  if (slug === undefined) throw failure("usage", { why: "Say whom to onboard: a slug, or --from with a file." });
  const parsed = parseSlug(slug);
  const { onboardSingle } = await import("../onboard/onboard-single.ts");
  return onboardSingle(context, parsed, options);
}
