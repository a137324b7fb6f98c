"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import type { AdminContext } from "@/lib/auth/with-admin.ts";
import { adminAction } from "@/lib/auth/with-admin.ts";
import { type ParsedList, parseDomainList, parseSlugList } from "@/lib/domain/setting-lists.ts";
import type { SettingKey, SettingValue } from "@/lib/domain/settings.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { portalOrigin } from "@/lib/portal/settings.ts";
import { sendTestMail } from "@/lib/tenants/send-test-mail.ts";
import { writeSetting } from "@/lib/tenants/write-setting.ts";

async function save<K extends SettingKey>(key: K, value: SettingValue<K>, { actor }: AdminContext): Promise<null> {
  await writeSetting(portalDb(), key, value, actor);
  // The banner is on every page, the others only here: one answer for all of them.
  revalidatePath("/", "layout");
  return null;
}

/** A list typed into one field; what is wrong with it is said at the field. */
const list = (parse: (text: string) => ParsedList, most: number) =>
  z
    .string()
    .max(100_000)
    .transform((text, context) => {
      const parsed = parse(text);
      if ("why" in parsed) context.addIssue(parsed.why);
      else if (parsed.entries.length > most) context.addIssue(`There is room for ${most} entries.`);
      return "why" in parsed ? [] : parsed.entries;
    });

/** As it is typed; the bounds are those of lib/domain/settings.ts, said in words at the field. */
const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,9}$/, "Enter a whole number.")
    .transform(Number)
    .refine((value) => value >= least, `Enter ${least} or more.`)
    .refine((value) => value <= most, `Enter ${most.toLocaleString("en")} or less.`);

const approval = z
  .object({
    mode: z.enum(["manual", "domains", "daily"]),
    domains: list(parseDomainList, 500),
    perDay: wholeNumber(0, 1_000),
  })
  .refine(({ mode, domains }) => mode !== "domains" || domains.length > 0, {
    path: ["domains"],
    message: "Enter at least one domain.",
  });

export const saveApproval = adminAction("settings.manage", approval, async (value, context) =>
  save("approval", value, context),
);

const reserved = z.object({ slugs: list(parseSlugList, 2_000) });

export const saveReserved = adminAction("settings.manage", reserved, async ({ slugs }, context) =>
  save("reservedSlugs", slugs, context),
);

const demo = z.object({
  // A switch that is off is not sent.
  enabled: z
    .literal("on")
    .optional()
    .transform((value) => value === "on"),
  poolSize: wholeNumber(0, 20),
  lifetimeMinutes: wholeNumber(5, 1_440),
  atOnce: wholeNumber(0, 200),
  perAddressPerDay: wholeNumber(1, 100),
});

export const saveDemo = adminAction("settings.manage", demo, async (value, context) => save("demo", value, context));

const banner = z.object({ text: z.string().trim().max(300), kind: z.enum(["info", "warn"]) });

export const saveBanner = adminAction("settings.manage", banner, async ({ text, kind }, context) =>
  save("banner", text === "" ? null : { text, kind }, context),
);

export const testMail = adminAction("settings.manage", z.object({}), async (_input, { session }) => {
  await sendTestMail(portalDb(), session.user.email, portalOrigin());
  revalidatePath("/admin/settings");
  return null;
});
