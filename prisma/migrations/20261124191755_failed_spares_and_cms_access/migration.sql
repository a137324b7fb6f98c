-- CreateTable
CREATE TABLE "spare_failures" (
    "stack_id" UUID NOT NULL,
    "stack_name" TEXT NOT NULL,
    "kind" "stack_kind" NOT NULL,
    "code" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "remedy" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "spare_failures_pkey" PRIMARY KEY ("stack_id")
);

-- CreateTable
CREATE TABLE "cms_access_changes" (
    "tenant_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "requested_by" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "not_before" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cms_access_changes_pkey" PRIMARY KEY ("tenant_id","email")
);

-- CreateIndex
CREATE UNIQUE INDEX "spare_failures_stack_name_key" ON "spare_failures"("stack_name");

-- CreateIndex
CREATE INDEX "spare_failures_kind_at_idx" ON "spare_failures"("kind", "at");

-- CreateIndex
CREATE INDEX "cms_access_changes_not_before_idx" ON "cms_access_changes"("not_before");

-- AddForeignKey
ALTER TABLE "cms_access_changes" ADD CONSTRAINT "cms_access_changes_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;
