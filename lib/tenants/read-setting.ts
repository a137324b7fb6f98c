import type { Tx } from "../db/client.ts";
import { parseSetting, type SettingKey, type SettingValue } from "../domain/settings.ts";

/** What admins set, or its default. */
export async function readSetting<K extends SettingKey>(db: Tx, key: K): Promise<SettingValue<K>> {
  const row = await db.setting.findUnique({ where: { key }, select: { value: true } });
  return parseSetting(key, row?.value ?? undefined);
}
