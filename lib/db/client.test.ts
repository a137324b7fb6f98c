import { expect, test } from "vitest";
import { asDatabaseError, connectDatabase } from "./client.ts";

test("a database that cannot be reached is told as that, whatever was asked of it", async () => {
  const away = connectDatabase("postgresql://nobody@127.0.0.1:9/none");
  const asked = [away.tenant.count(), away.$queryRaw`SELECT 1`, away.$transaction((tx) => tx.$executeRaw`SELECT 1`)];
  for (const outcome of await Promise.allSettled(asked)) {
    const { reason } = outcome as PromiseRejectedResult;
    expect(asDatabaseError(reason)).toMatchObject({ code: "control_database_away" });
  }
  await away.$disconnect();
});
