-- The worker asks every second which decisions are due; those that were carried out long ago are not in its way.
CREATE INDEX "applications_due_idx" ON "applications" ("start_after")
  WHERE "start_after" IS NOT NULL AND "tenant_id" IS NULL;
