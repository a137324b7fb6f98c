import { appendAudit } from "../db/append-audit.ts";
import type { Db, Prisma } from "../db/client.ts";
import { type SettingKey, type SettingValue, settingShapes } from "../domain/settings.ts";
import { failure } from "../errors.ts";
import type { Actor } from "./actor.ts";

/** @throws input_invalid */
export async function writeSetting<K extends SettingKey>(
  db: Db,
  key: K,
  value: SettingValue<K>,
  actor: Actor,
): Promise<void> {
  const parsed = settingShapes[key].safeParse(value);
  if (!parsed.success) throw failure("input_invalid", { detail: parsed.error.message });
  const data = parsed.data as Prisma.InputJsonValue;
  await db.$transaction(async (tx) => {
    // JSON null is a value here: the setting is known to be empty.
    const stored = data ?? ({} as Prisma.InputJsonValue);
    await tx.setting.upsert({
      where: { key },
      create: { key, value: stored, updatedBy: actor.name },
      update: { value: stored, updatedBy: actor.name },
    });
    await appendAudit(tx, {
      actor: actor.name,
      origin: actor.origin,
      ...(actor.requestId && { requestId: actor.requestId }),
      action: "setting.changed",
      subject: `setting:${key}`,
      details: { value: stored },
    });
  });
}
