"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { currentDemoVisit, rememberDemo } from "@/lib/auth/demo-visit.ts";
import { sealKeepToken } from "@/lib/auth/keep-token.ts";
import { publicAction } from "@/lib/auth/with-person.ts";
import { failure } from "@/lib/errors.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { portalKey } from "@/lib/portal/key.ts";
import { edgePort, portalOrigin } from "@/lib/portal/settings.ts";
import { claimDemo } from "@/lib/tenants/claim-demo.ts";
import { enterDemo } from "@/lib/tenants/enter-demo.ts";
import { findDemo } from "@/lib/tenants/find-demo.ts";

/** One click: a stack of one's own, and the way into it, or to where it can be watched being made. */
export const openDemo = publicAction(
  "demo",
  z.object({ link: z.string().max(100).optional() }),
  async ({ link }, { actor, address }) => {
    const request = { address, ...(link !== undefined && { linkToken: link }) };
    const { stackId, expiresAt, isWarm } = await claimDemo(portalDb(), portalKey(), request, actor);
    await rememberDemo(stackId, expiresAt);
    if (isWarm) redirect(await wayInto(stackId, expiresAt));
    redirect(`/demo/${stackId}${link === undefined ? "" : `?link=${encodeURIComponent(link)}`}`);
  },
);

/** Back into the demo that this browser opened. */
export const returnToDemo = publicAction("demoReturn", z.object({}), async () => {
  const stackId = await currentDemoVisit();
  const demo = stackId === null ? null : await findDemo(portalDb(), stackId);
  if (demo === null) throw failure("demo_over");
  // It may live on since somebody asked to keep it.
  await rememberDemo(demo.stackId, demo.expiresAt);
  redirect(demo.state === "ready" ? await wayInto(demo.stackId, demo.expiresAt) : `/demo/${demo.stackId}`);
});

async function wayInto(stackId: string, expiresAt: Date): Promise<string> {
  const keepUrl = `${portalOrigin()}/sign-up?keep=${encodeURIComponent(await sealKeepToken(stackId, expiresAt))}`;
  return enterDemo(portalDb(), portalKey(), stackId, { port: edgePort(), keepUrl });
}
