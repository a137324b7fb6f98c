import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { makeTestDatabase } from "../db/test-database.ts";
import { seedFleet, testKey } from "../db/test-fleet.ts";
import type { MasterKey } from "../secrets/key.ts";
import { assertKeyFits } from "./assert-key-fits.ts";
import { createTenant } from "./create-tenant.ts";

test("another key than the one that secrets were sealed with is refused, one damaged stack or not", async () => {
  const { db, drop } = await makeTestDatabase();
  try {
    await seedFleet(db, "10.213.0.0/27");
    const stranger = randomBytes(32) as MasterKey;
    await assertKeyFits(db, stranger);
    for (const slug of ["acme", "beta"]) {
      await createTenant(db, testKey, { slug }, { name: "cli:root", origin: "cli", requestId: "r-1" });
    }
    await db.stack.update({ where: { name: "acme" }, data: { secretsSealed: randomBytes(64) } });
    await assertKeyFits(db, testKey);
    await expect(assertKeyFits(db, stranger)).rejects.toMatchObject({ code: "key_wrong" });
  } finally {
    await drop();
  }
});
