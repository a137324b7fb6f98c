-- AlterTable
ALTER TABLE "stacks" ADD COLUMN     "cms_facts" JSONB,
ADD COLUMN     "cms_facts_at" TIMESTAMPTZ(3);
