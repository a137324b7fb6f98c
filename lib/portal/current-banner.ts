import type { SettingValue } from "../domain/settings.ts";
import { readSetting } from "../tenants/read-setting.ts";
import { portalDb } from "./database.ts";
import { orWhileAway } from "./or-while-away.ts";

/** Also pages that need no database carry the banner, and must not wait for one. Milliseconds. */
const deadlineMs = 500;

/** What admins want said above every page; null without that, and when the database does not say so at once. */
export async function currentBanner(): Promise<SettingValue<"banner">> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), deadlineMs);
  });
  try {
    return await Promise.race([orWhileAway(() => readSetting(portalDb(), "banner"), null), deadline]);
  } finally {
    clearTimeout(timer);
  }
}
