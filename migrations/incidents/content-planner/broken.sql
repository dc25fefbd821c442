-- The database as it was found. The tables had come from pushing the schema, long before there were
-- migrations; the migrator made its own table, failed on the first statement of 0000, and rolled back.

CREATE TYPE "public"."content_status" AS ENUM('draft', 'in_review', 'scheduled', 'published');
CREATE TYPE "public"."platform" AS ENUM('blog', 'newsletter', 'instagram', 'linkedin', 'youtube');
CREATE TABLE "comments" (
	"id" serial PRIMARY KEY NOT NULL,
	"content_id" integer NOT NULL,
	"author_id" integer,
	"body" text NOT NULL,
	"resolved" boolean DEFAULT false NOT NULL,
	"created_at" timestamp DEFAULT now() NOT NULL
);

CREATE TABLE "content" (
	"id" serial PRIMARY KEY NOT NULL,
	"title" varchar(255) NOT NULL,
	"body" text,
	"status" "content_status" DEFAULT 'draft' NOT NULL,
	"author_id" integer NOT NULL,
	"scheduled_at" timestamp with time zone,
	"published_at" timestamp with time zone,
	"created_at" timestamp DEFAULT now() NOT NULL,
	"updated_at" timestamp DEFAULT now() NOT NULL
);

CREATE TABLE "content_tags" (
	"content_id" integer NOT NULL,
	"tag_id" integer NOT NULL,
	CONSTRAINT "content_tags_content_id_tag_id_pk" PRIMARY KEY("content_id","tag_id")
);

CREATE TABLE "media_assets" (
	"id" serial PRIMARY KEY NOT NULL,
	"content_id" integer,
	"url" text NOT NULL,
	"mime_type" varchar(100) NOT NULL,
	"bytes" bigint DEFAULT 0 NOT NULL,
	"alt_text" text
);

CREATE TABLE "projects" (
	"id" serial PRIMARY KEY NOT NULL,
	"name" varchar(120) NOT NULL,
	"slug" varchar(120) NOT NULL,
	"owner_id" integer NOT NULL,
	"created_at" timestamp DEFAULT now() NOT NULL,
	CONSTRAINT "projects_slug_unique" UNIQUE("slug")
);

CREATE TABLE "publications" (
	"id" serial PRIMARY KEY NOT NULL,
	"content_id" integer NOT NULL,
	"platform" "platform" NOT NULL,
	"external_id" text,
	"published_at" timestamp with time zone,
	"metrics" jsonb,
	CONSTRAINT "publications_content_id_platform_unique" UNIQUE("content_id","platform")
);

CREATE TABLE "tags" (
	"id" serial PRIMARY KEY NOT NULL,
	"name" varchar(60) NOT NULL,
	CONSTRAINT "tags_name_unique" UNIQUE("name")
);

CREATE TABLE "users" (
	"id" serial PRIMARY KEY NOT NULL,
	"email" varchar(255) NOT NULL,
	"name" varchar(120) NOT NULL,
	"avatar_url" text,
	"created_at" timestamp DEFAULT now() NOT NULL,
	CONSTRAINT "users_email_unique" UNIQUE("email")
);

ALTER TABLE "comments" ADD CONSTRAINT "comments_content_id_content_id_fk" FOREIGN KEY ("content_id") REFERENCES "public"."content"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "comments" ADD CONSTRAINT "comments_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "content" ADD CONSTRAINT "content_author_id_users_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "content_tags" ADD CONSTRAINT "content_tags_content_id_content_id_fk" FOREIGN KEY ("content_id") REFERENCES "public"."content"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "content_tags" ADD CONSTRAINT "content_tags_tag_id_tags_id_fk" FOREIGN KEY ("tag_id") REFERENCES "public"."tags"("id") ON DELETE cascade ON UPDATE no action;
ALTER TABLE "media_assets" ADD CONSTRAINT "media_assets_content_id_content_id_fk" FOREIGN KEY ("content_id") REFERENCES "public"."content"("id") ON DELETE set null ON UPDATE no action;
ALTER TABLE "projects" ADD CONSTRAINT "projects_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;
ALTER TABLE "publications" ADD CONSTRAINT "publications_content_id_content_id_fk" FOREIGN KEY ("content_id") REFERENCES "public"."content"("id") ON DELETE cascade ON UPDATE no action;

CREATE SCHEMA IF NOT EXISTS "drizzle";
CREATE TABLE IF NOT EXISTS "drizzle"."__drizzle_migrations" (
    id SERIAL PRIMARY KEY,
    hash text NOT NULL,
    created_at bigint
);

INSERT INTO "users" ("email", "name") VALUES
    ('lena@example.com', 'Lena Hofstad'),
    ('raj@example.com', 'Raj Pillai'),
    ('bo@example.com', 'Bo Tran');

INSERT INTO "projects" ("name", "slug", "owner_id") VALUES
    ('Spring launch', 'spring-launch', 1),
    ('Evergreen', 'evergreen', 2);

INSERT INTO "content" ("title", "body", "status", "author_id", "scheduled_at") VALUES
    ('Five things we learned', 'It took us a year.', 'published', 1, NULL),
    ('Behind the scenes', NULL, 'draft', 2, NULL),
    ('The spring catalogue', 'Out in April.', 'scheduled', 1, '2026-04-01 08:00:00+00');

INSERT INTO "tags" ("name") VALUES ('howto'), ('launch');
INSERT INTO "content_tags" ("content_id", "tag_id") VALUES (1, 1), (3, 2);
INSERT INTO "publications" ("content_id", "platform", "external_id", "published_at", "metrics") VALUES
    (1, 'blog', 'five-things', '2026-01-20 09:00:00+00', '{"views": 1204}');
INSERT INTO "comments" ("content_id", "author_id", "body") VALUES (3, 2, 'Which cover?');
INSERT INTO "media_assets" ("content_id", "url", "mime_type", "bytes") VALUES
    (3, 'https://cdn.example.com/cover.jpg', 'image/jpeg', 284113);
