"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { wrongField } from "@/lib/auth/door.ts";
import { evenTime } from "@/lib/auth/even-time.ts";
import { readKeepToken } from "@/lib/auth/keep-token.ts";
import { takeFromLimit } from "@/lib/auth/limits.ts";
import { hashPassword } from "@/lib/auth/password.ts";
import { currentSession } from "@/lib/auth/session.ts";
import { clearDraft, readDraft, writeDraft } from "@/lib/auth/sign-up-draft.ts";
import { publicAction } from "@/lib/auth/with-person.ts";
import { longestPassword } from "@/lib/domain/password-strength.ts";
import {
  draftShape,
  firstOpenStep,
  neighbour,
  passwordShape,
  type SignUpStep,
  stepShapes,
} from "@/lib/domain/sign-up-steps.ts";
import { FreeholdError } from "@/lib/errors.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { sendSignUp } from "@/lib/portal/send-sign-up.ts";
import { portalPlaces } from "@/lib/portal/settings.ts";
import { checkSlug } from "@/lib/tenants/check-slug.ts";
import { listRegions } from "@/lib/tenants/list-regions.ts";
import { resendVerification } from "@/lib/tenants/resend-verification.ts";
import { withdrawApplication } from "@/lib/tenants/withdraw-application.ts";

/**
 * Each step keeps what it was given first and looks at it then: what is wrong is said at its field,
 * and is still there after a reload.
 */

const text = (longest: number) => z.string().trim().max(longest).default("");

export const slugCheck = publicAction(
  "slugCheck",
  z.object({ slug: text(80), companyName: text(200) }),
  ({ slug, companyName }) => checkSlug(portalDb(), slug, companyName),
);

export const saveCompany = publicAction(
  "signUpStep",
  z.object({ companyName: text(200), keep: text(4_000) }),
  async ({ companyName, keep }) => {
    const kept = await readKeepToken(keep);
    const draft = { ...(await readDraft()), companyName, ...(kept && { keepStackId: kept.stackId, start: "keep" }) };
    await writeDraft(draft);
    stepShapes.company.parse(draft);
    return goOn("company");
  },
);

export const saveAddress = publicAction("signUpStep", z.object({ slug: text(80) }), async (input) => {
  const slug = input.slug.toLowerCase();
  const draft = { ...(await readDraft()), slug };
  await writeDraft(draft);
  stepShapes.address.parse(draft);
  const { why } = await checkSlug(portalDb(), slug, draft.companyName ?? "");
  if (why !== null) throw wrongField("slug", `This address cannot be had: ${why}.`);
  return goOn("address");
});

export const saveRegion = publicAction("signUpStep", z.object({ regionId: text(80) }), async ({ regionId }) => {
  const draft = { ...(await readDraft()), regionId };
  await writeDraft(draft);
  stepShapes.region.parse(draft);
  return goOn("region");
});

export const saveStart = publicAction("signUpStep", z.object({ start: text(20) }), async ({ start }) => {
  const draft = { ...(await readDraft()), start };
  await writeDraft(draft);
  stepShapes.start.parse(draft);
  return goOn("start");
});

const account = z.object({
  name: text(200),
  email: text(300),
  password: z.string().max(longestPassword, `Use ${longestPassword} characters or fewer.`).default(""),
});

export const saveAccount = publicAction("signUpStep", account, async ({ name, email, password }) => {
  const known = await readDraft();
  const isNew = password !== "" || known.passwordHash === undefined;
  const right = passwordShape.safeParse({ password });
  const passwordHash = isNew && right.success ? await hashPassword(password) : known.passwordHash;
  const draft = { ...known, name, email, passwordHash };
  await writeDraft(draft);
  const parsed = stepShapes.account.safeParse(draft);
  const wrong = [
    ...(parsed.error?.issues ?? []).filter(({ path }) => path[0] !== "passwordHash"),
    ...((isNew && right.error?.issues) || []),
  ];
  if (wrong.length > 0) throw new z.ZodError(wrong);
  return goOn("account");
});

const agreed = z.object({ terms: z.literal("on", "Agree to the terms to go on.") });

export const sendApplication = publicAction("signUp", agreed, async (_, { actor }) => {
  const [draft, session, regions] = await Promise.all([readDraft(), currentSession(), listRegions(portalDb())]);
  const whole = { ...draft, regionId: regions.length === 1 ? regions[0]?.id : draft.regionId };
  const open = firstOpenStep(whole, "review", session !== null);
  if (open !== null) redirect(`/sign-up/${open}`);
  try {
    const sent = await evenTime(() => sendSignUp(whole, session, actor));
    if (session === null)
      await writeDraft({ ...draft, sent: { email: sent.email, applicationId: sent.applicationId } });
    else await clearDraft();
    redirect(session === null ? "/sign-up/sent" : `/applications/${sent.applicationId}`);
  } catch (thrown) {
    // Somebody was quicker: the step says what else can be had.
    const code = thrown instanceof FreeholdError ? thrown.code : null;
    if (code === "slug_taken" || code === "slug_reserved" || code === "slug_invalid") redirect("/sign-up/address");
    throw thrown;
  }
});

export const sendAgain = publicAction("mail", z.object({}), async () => {
  const { sent } = await readDraft();
  if (sent === undefined) redirect("/sign-up");
  return evenTime(async () => {
    await takeFromLimit("mail", `to ${sent.email}`);
    await resendVerification(portalDb(), sent.email, portalPlaces());
    return null;
  });
});

/** Takes back what was sent, while nobody has confirmed it, and leads to where it can be put right. */
export const correctSent = publicAction("signUpStep", z.object({}), async (_, { actor }) => {
  const { sent, ...draft } = await readDraft();
  if (sent !== undefined) {
    await withdrawApplication(portalDb(), sent.applicationId, null, actor).catch((thrown: unknown) => {
      if (!(thrown instanceof FreeholdError && thrown.code === "application_unknown")) throw thrown;
    });
  }
  await writeDraft(draftShape.parse(draft));
  redirect("/sign-up/account");
});

export const startAnew = publicAction("signUpStep", z.object({}), async () => {
  await clearDraft();
  redirect("/sign-up/company");
});

async function goOn(step: SignUpStep): Promise<never> {
  const regions = await listRegions(portalDb());
  redirect(`/sign-up/${neighbour(step, 1, regions.length > 1) ?? "review"}`);
}
