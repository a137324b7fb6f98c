import { z } from "zod";

/**
 * What admins can set, each with its shape and default. Stored as rows of `settings`; what is
 * missing or no longer fits counts as its default.
 */
export const settingShapes = {
  /** When an application is approved without anybody looking. */
  approval: z
    .object({
      mode: z.enum(["manual", "domains", "daily"]),
      /** Mail domains, lower case. */
      domains: z.array(z.string().max(253)).max(500),
      /** Approvals by themselves within 24 hours. */
      perDay: z.int().min(0).max(1_000),
    })
    .default({ mode: "manual", domains: [], perDay: 0 }),
  /** Addresses that nobody gets, beside those of lib/domain/slug.ts. */
  reservedSlugs: z.array(z.string().max(40)).max(2_000).default([]),
  demo: z
    .object({
      enabled: z.boolean(),
      /** Finished stacks that wait. */
      poolSize: z.int().min(0).max(20),
      lifetimeMinutes: z.int().min(5).max(1_440),
      /** Demos at once, over all visitors. */
      atOnce: z.int().min(0).max(200),
      /** Demos of one address within 24 hours. */
      perAddressPerDay: z.int().min(1).max(100),
    })
    .default({ enabled: true, poolSize: 2, lifetimeMinutes: 60, atOnce: 20, perAddressPerDay: 10 }),
  /** A line above every page of the portal. */
  banner: z
    .object({ text: z.string().max(300), kind: z.enum(["info", "warn"]) })
    .nullable()
    .default(null),
} as const;

export type SettingKey = keyof typeof settingShapes;
export type SettingValue<K extends SettingKey> = z.output<(typeof settingShapes)[K]>;

export function parseSetting<K extends SettingKey>(key: K, value: unknown): SettingValue<K> {
  const shape = settingShapes[key] as z.ZodType;
  const parsed = shape.safeParse(value);
  return (parsed.success ? parsed.data : shape.parse(undefined)) as SettingValue<K>;
}
