-- CreateEnum
CREATE TYPE "stack_kind" AS ENUM ('tenant', 'pool', 'demo');

-- CreateEnum
CREATE TYPE "admin_role" AS ENUM ('owner', 'operator', 'auditor');

-- CreateEnum
CREATE TYPE "tenant_role" AS ENUM ('owner', 'admin', 'viewer');

-- CreateEnum
CREATE TYPE "token_purpose" AS ENUM ('enter', 'verify_email', 'sign_in', 'reset_password', 'change_email');

-- CreateEnum
CREATE TYPE "application_status" AS ENUM ('unverified', 'pending', 'approved', 'rejected', 'lapsed');

-- CreateEnum
CREATE TYPE "mail_status" AS ENUM ('queued', 'sent', 'failed', 'kept');

-- DropForeignKey
ALTER TABLE "admin_links" DROP CONSTRAINT "admin_links_admin_id_fkey";

-- DropForeignKey
ALTER TABLE "sessions" DROP CONSTRAINT "sessions_admin_id_fkey";

-- AlterTable
ALTER TABLE "engines" ADD COLUMN     "capacity" JSONB;

-- AlterTable
ALTER TABLE "stacks" ADD COLUMN     "born_host" TEXT,
ADD COLUMN     "born_name" TEXT,
ADD COLUMN     "claimed_at" TIMESTAMPTZ(3),
ADD COLUMN     "expires_at" TIMESTAMPTZ(3),
ADD COLUMN     "identity" JSONB,
ADD COLUMN     "kind" "stack_kind" NOT NULL DEFAULT 'tenant',
ADD COLUMN     "purge_confirmed_at" TIMESTAMPTZ(3),
ADD COLUMN     "sample" TEXT;

-- AlterTable
ALTER TABLE "sessions" ADD COLUMN     "address" TEXT,
ADD COLUMN     "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "user_agent" TEXT,
ADD COLUMN     "user_id" UUID,
ADD COLUMN     "viewing_reason" TEXT,
ADD COLUMN     "viewing_tenant_id" UUID,
ADD COLUMN     "viewing_until" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT,
    "password_hash" TEXT,
    "email_verified_at" TIMESTAMPTZ(3),
    "admin_role" "admin_role",
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "one_time_tokens" (
    "token_hash" TEXT NOT NULL,
    "purpose" "token_purpose" NOT NULL,
    "user_id" UUID NOT NULL,
    "email" TEXT,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "one_time_tokens_pkey" PRIMARY KEY ("token_hash")
);

-- Admins become people among others, with their links and sessions.
INSERT INTO "users" ("id", "email", "name", "email_verified_at", "admin_role", "created_at")
  SELECT "id", "email", "name", "created_at", "role"::"admin_role", "created_at" FROM "admins";
INSERT INTO "one_time_tokens" ("token_hash", "purpose", "user_id", "expires_at", "used_at", "created_at")
  SELECT "token_hash", 'enter', "admin_id", "expires_at", "used_at", "created_at" FROM "admin_links";
UPDATE "sessions" SET "user_id" = "admin_id";
ALTER TABLE "sessions" ALTER COLUMN "user_id" SET NOT NULL, DROP COLUMN "admin_id";
DROP TABLE "admin_links";
DROP TABLE "admins";

-- CreateTable
CREATE TABLE "memberships" (
    "tenant_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "tenant_role" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("tenant_id","user_id")
);

-- CreateTable
CREATE TABLE "invitations" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "tenant_id" UUID,
    "tenant_role" "tenant_role",
    "admin_role" "admin_role",
    "invited_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "applications" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "company_name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "region_id" TEXT NOT NULL,
    "sample" TEXT NOT NULL DEFAULT 'empty',
    "status" "application_status" NOT NULL DEFAULT 'unverified',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "verified_at" TIMESTAMPTZ(3),
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" TEXT,
    "decision_reason" TEXT,
    "start_after" TIMESTAMPTZ(3),
    "start_error" TEXT,
    "tenant_id" UUID,
    "keep_stack_id" UUID,

    CONSTRAINT "applications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mails" (
    "id" UUID NOT NULL,
    "recipient" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "status" "mail_status" NOT NULL DEFAULT 'queued',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "not_before" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "mails_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notes" (
    "id" UUID NOT NULL,
    "tenant_id" UUID NOT NULL,
    "author" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "notes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "saved_views" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_views_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "settings" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_by" TEXT NOT NULL,

    CONSTRAINT "settings_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "metric_samples" (
    "stack_id" UUID NOT NULL,
    "span_seconds" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "cpu" DOUBLE PRECISION NOT NULL,
    "memory_bytes" BIGINT NOT NULL,
    "disk_bytes" BIGINT,
    "requests" INTEGER,

    CONSTRAINT "metric_samples_pkey" PRIMARY KEY ("stack_id","span_seconds","at")
);

-- CreateTable
CREATE TABLE "restart_requests" (
    "id" UUID NOT NULL,
    "stack_id" UUID NOT NULL,
    "service" TEXT,
    "requested_by" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "restart_requests_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "demo_links" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "greeting" TEXT,
    "max_uses" INTEGER NOT NULL,
    "uses" INTEGER NOT NULL DEFAULT 0,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "demo_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "demo_visits" (
    "id" UUID NOT NULL,
    "link_id" UUID,
    "stack_name" TEXT NOT NULL,
    "address_hash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "claim_ms" INTEGER,
    "warm" BOOLEAN NOT NULL,

    CONSTRAINT "demo_visits_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE INDEX "one_time_tokens_user_id_purpose_idx" ON "one_time_tokens"("user_id", "purpose");

-- CreateIndex
CREATE INDEX "memberships_user_id_idx" ON "memberships"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "invitations_token_hash_key" ON "invitations"("token_hash");

-- CreateIndex
CREATE INDEX "invitations_tenant_id_idx" ON "invitations"("tenant_id");

-- CreateIndex
CREATE INDEX "invitations_email_idx" ON "invitations"("email");

-- CreateIndex
CREATE UNIQUE INDEX "applications_tenant_id_key" ON "applications"("tenant_id");

-- CreateIndex
CREATE UNIQUE INDEX "applications_keep_stack_id_key" ON "applications"("keep_stack_id");

-- CreateIndex
CREATE INDEX "applications_status_created_at_idx" ON "applications"("status", "created_at");

-- CreateIndex
CREATE INDEX "applications_user_id_idx" ON "applications"("user_id");

-- CreateIndex
CREATE INDEX "mails_status_not_before_idx" ON "mails"("status", "not_before");

-- CreateIndex
CREATE INDEX "mails_created_at_idx" ON "mails"("created_at");

-- CreateIndex
CREATE INDEX "notes_tenant_id_created_at_idx" ON "notes"("tenant_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "saved_views_user_id_name_key" ON "saved_views"("user_id", "name");

-- CreateIndex
CREATE INDEX "metric_samples_span_seconds_at_idx" ON "metric_samples"("span_seconds", "at");

-- CreateIndex
CREATE INDEX "restart_requests_stack_id_done_at_idx" ON "restart_requests"("stack_id", "done_at");

-- CreateIndex
CREATE UNIQUE INDEX "demo_links_token_hash_key" ON "demo_links"("token_hash");

-- CreateIndex
CREATE INDEX "demo_visits_at_idx" ON "demo_visits"("at");

-- CreateIndex
CREATE INDEX "demo_visits_address_hash_at_idx" ON "demo_visits"("address_hash", "at");

-- CreateIndex
CREATE UNIQUE INDEX "stacks_born_host_key" ON "stacks"("born_host");

-- CreateIndex
CREATE INDEX "stacks_kind_created_at_idx" ON "stacks"("kind", "created_at");

-- CreateIndex
CREATE INDEX "sessions_user_id_idx" ON "sessions"("user_id");

-- AddForeignKey
ALTER TABLE "one_time_tokens" ADD CONSTRAINT "one_time_tokens_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_viewing_tenant_id_fkey" FOREIGN KEY ("viewing_tenant_id") REFERENCES "tenants"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "applications" ADD CONSTRAINT "applications_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "applications" ADD CONSTRAINT "applications_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "regions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "applications" ADD CONSTRAINT "applications_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "applications" ADD CONSTRAINT "applications_keep_stack_id_fkey" FOREIGN KEY ("keep_stack_id") REFERENCES "stacks"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notes" ADD CONSTRAINT "notes_tenant_id_fkey" FOREIGN KEY ("tenant_id") REFERENCES "tenants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "metric_samples" ADD CONSTRAINT "metric_samples_stack_id_fkey" FOREIGN KEY ("stack_id") REFERENCES "stacks"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "restart_requests" ADD CONSTRAINT "restart_requests_stack_id_fkey" FOREIGN KEY ("stack_id") REFERENCES "stacks"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "demo_visits" ADD CONSTRAINT "demo_visits_link_id_fkey" FOREIGN KEY ("link_id") REFERENCES "demo_links"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- An address is held by one application at a time, from the first step to the decision.
CREATE UNIQUE INDEX "applications_slug_held_key" ON "applications" ("slug") WHERE "status" IN ('unverified', 'pending', 'approved');

-- An invitation is to a tenant or to the fleet.
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_one_place" CHECK (
  ("tenant_id" IS NOT NULL AND "tenant_role" IS NOT NULL AND "admin_role" IS NULL)
  OR ("tenant_id" IS NULL AND "tenant_role" IS NULL AND "admin_role" IS NOT NULL));

-- A tenant's stack has a tenant, a pool's has none.
ALTER TABLE "stacks" ADD CONSTRAINT "stacks_kind_tenant" CHECK (("kind" = 'tenant') = ("tenant_id" IS NOT NULL));
