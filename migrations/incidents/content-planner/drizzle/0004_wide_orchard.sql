ALTER TYPE "public"."content_status" ADD VALUE 'archived';--> statement-breakpoint
ALTER TYPE "public"."platform" ADD VALUE 'podcast' BEFORE 'youtube';--> statement-breakpoint
ALTER TABLE "content" ADD COLUMN "excerpt" varchar(300);--> statement-breakpoint
ALTER TABLE "content" ADD COLUMN "seo_title" varchar(70);--> statement-breakpoint
ALTER TABLE "content" ADD COLUMN "seo_keywords" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "content" ADD COLUMN "word_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "content" ADD COLUMN "metadata" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "content" ADD COLUMN "ai_generated" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "content" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (to_tsvector('english', coalesce("content"."title", '') || ' ' || coalesce("content"."body", ''))) STORED;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "color" varchar(7) DEFAULT '#6b7280' NOT NULL;--> statement-breakpoint
ALTER TABLE "projects" ADD COLUMN "archived_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "media_assets" ALTER COLUMN "mime_type" SET DEFAULT 'application/octet-stream';--> statement-breakpoint
ALTER TABLE "content" ADD CONSTRAINT "content_word_count_positive" CHECK ("content"."word_count" >= 0);--> statement-breakpoint
ALTER TABLE "projects" ADD CONSTRAINT "projects_color_hex" CHECK ("projects"."color" ~ '^#[0-9a-f]{6}$');
