-- The fleet's first page is the start of this, read without sorting ten thousand names.
CREATE INDEX "tenants_by_name_idx" ON "tenants" (lower("name"), "slug") WHERE "purged_at" IS NULL;
