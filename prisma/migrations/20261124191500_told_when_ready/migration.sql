-- AlterTable
ALTER TABLE "applications" ADD COLUMN "ready_told_at" TIMESTAMPTZ(3);

-- Whose CMS is in use already need not be told that it is ready.
UPDATE "applications" SET "ready_told_at" = now()
  WHERE "tenant_id" IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM "stacks" WHERE "stacks"."tenant_id" = "applications"."tenant_id" AND "ready_at" IS NULL);

-- The worker asks every second whom to tell; those who were told long ago are not in its way.
CREATE INDEX "applications_untold_idx" ON "applications" ("id")
  WHERE "ready_told_at" IS NULL AND "tenant_id" IS NOT NULL;
