-- The database as it was found: every migration applied, 0002 as it read on the day it ran.

-- 0000_steady_archive

DO $$ BEGIN
 CREATE TYPE "article_status" AS ENUM('draft', 'published', 'retired');
EXCEPTION
 WHEN duplicate_object THEN null;
END $$;
DO $$ BEGIN
 CREATE TYPE "employee_role" AS ENUM('reader', 'author', 'editor', 'admin');
EXCEPTION
 WHEN duplicate_object THEN null;
END $$;
CREATE TABLE IF NOT EXISTS "departments" (
	"id" serial PRIMARY KEY NOT NULL,
	"name" varchar(100) NOT NULL,
	"parent_id" integer,
	CONSTRAINT "departments_name_unique" UNIQUE("name")
);
CREATE TABLE IF NOT EXISTS "employees" (
	"id" serial PRIMARY KEY NOT NULL,
	"department_id" integer,
	"email" varchar(255) NOT NULL,
	"full_name" varchar(160) NOT NULL,
	"role" "employee_role" DEFAULT 'reader' NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "employees_email_unique" UNIQUE("email")
);
CREATE TABLE IF NOT EXISTS "categories" (
	"id" serial PRIMARY KEY NOT NULL,
	"title" varchar(120) NOT NULL,
	"sort_order" smallint DEFAULT 0 NOT NULL
);
CREATE TABLE IF NOT EXISTS "articles" (
	"id" serial PRIMARY KEY NOT NULL,
	"category_id" integer NOT NULL,
	"author_id" integer NOT NULL,
	"slug" varchar(120) NOT NULL,
	"title" varchar(255) NOT NULL,
	"body" text DEFAULT '' NOT NULL,
	"status" "article_status" DEFAULT 'draft' NOT NULL,
	"review_by" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "articles_slug_unique" UNIQUE("slug")
);
DO $$ BEGIN
 ALTER TABLE "departments" ADD CONSTRAINT "departments_parent_id_departments_id_fk" FOREIGN KEY ("parent_id") REFERENCES "departments"("id") ON DELETE set null ON UPDATE no action;
EXCEPTION
 WHEN duplicate_object THEN null;
END $$;
DO $$ BEGIN
 ALTER TABLE "employees" ADD CONSTRAINT "employees_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "departments"("id") ON DELETE set null ON UPDATE no action;
EXCEPTION
 WHEN duplicate_object THEN null;
END $$;
DO $$ BEGIN
 ALTER TABLE "articles" ADD CONSTRAINT "articles_category_id_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "categories"("id") ON DELETE no action ON UPDATE no action;
EXCEPTION
 WHEN duplicate_object THEN null;
END $$;
DO $$ BEGIN
 ALTER TABLE "articles" ADD CONSTRAINT "articles_author_id_employees_id_fk" FOREIGN KEY ("author_id") REFERENCES "employees"("id") ON DELETE no action ON UPDATE no action;
EXCEPTION
 WHEN duplicate_object THEN null;
END $$;

-- 0001_patient_scribe

CREATE TABLE IF NOT EXISTS "article_revisions" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"article_id" integer NOT NULL,
	"editor_id" integer,
	"number" integer NOT NULL,
	"body" text NOT NULL,
	"summary" varchar(200),
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
CREATE TABLE IF NOT EXISTS "attachments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"article_id" integer NOT NULL,
	"uploaded_by" integer,
	"file_name" varchar(255) NOT NULL,
	"bytes" bigint NOT NULL,
	"meta" jsonb DEFAULT '{}'::jsonb NOT NULL
);
CREATE TABLE IF NOT EXISTS "tags" (
	"id" serial PRIMARY KEY NOT NULL,
	"label" varchar(50) NOT NULL,
	CONSTRAINT "tags_label_unique" UNIQUE("label")
);
CREATE TABLE IF NOT EXISTS "article_tags" (
	"article_id" integer NOT NULL,
	"tag_id" integer NOT NULL,
	CONSTRAINT "article_tags_article_id_tag_id_pk" PRIMARY KEY("article_id","tag_id")
);
CREATE UNIQUE INDEX IF NOT EXISTS "article_revisions_article_id_number_idx" ON "article_revisions" ("article_id","number");
DO $$ BEGIN
 ALTER TABLE "article_revisions" ADD CONSTRAINT "article_revisions_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE cascade ON UPDATE no action;
EXCEPTION
 WHEN duplicate_object THEN null;
END $$;
DO $$ BEGIN
 ALTER TABLE "article_revisions" ADD CONSTRAINT "article_revisions_editor_id_employees_id_fk" FOREIGN KEY ("editor_id") REFERENCES "employees"("id") ON DELETE set null ON UPDATE no action;
EXCEPTION
 WHEN duplicate_object THEN null;
END $$;
DO $$ BEGIN
 ALTER TABLE "attachments" ADD CONSTRAINT "attachments_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE cascade ON UPDATE no action;
EXCEPTION
 WHEN duplicate_object THEN null;
END $$;
DO $$ BEGIN
 ALTER TABLE "attachments" ADD CONSTRAINT "attachments_uploaded_by_employees_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "employees"("id") ON DELETE set null ON UPDATE no action;
EXCEPTION
 WHEN duplicate_object THEN null;
END $$;
DO $$ BEGIN
 ALTER TABLE "article_tags" ADD CONSTRAINT "article_tags_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE cascade ON UPDATE no action;
EXCEPTION
 WHEN duplicate_object THEN null;
END $$;
DO $$ BEGIN
 ALTER TABLE "article_tags" ADD CONSTRAINT "article_tags_tag_id_tags_id_fk" FOREIGN KEY ("tag_id") REFERENCES "tags"("id") ON DELETE cascade ON UPDATE no action;
EXCEPTION
 WHEN duplicate_object THEN null;
END $$;

-- 0002_open_ledger

DO $$ BEGIN
 CREATE TYPE "feedback_kind" AS ENUM('helpful', 'outdated', 'wrong', 'question');
EXCEPTION
 WHEN duplicate_object THEN null;
END $$;
CREATE TABLE IF NOT EXISTS "acknowledgements" (
	"article_id" integer NOT NULL,
	"employee_id" integer NOT NULL,
	"revision" integer NOT NULL,
	"acknowledged_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "acknowledgements_article_id_employee_id_pk" PRIMARY KEY("article_id","employee_id")
);
CREATE TABLE IF NOT EXISTS "feedback" (
	"id" serial PRIMARY KEY NOT NULL,
	"article_id" integer NOT NULL,
	"employee_id" integer,
	"kind" "feedback_kind" NOT NULL,
	"message" text,
	"handled_by" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
DO $$ BEGIN
 ALTER TABLE "acknowledgements" ADD CONSTRAINT "acknowledgements_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE cascade ON UPDATE no action;
EXCEPTION
 WHEN duplicate_object THEN null;
END $$;
DO $$ BEGIN
 ALTER TABLE "acknowledgements" ADD CONSTRAINT "acknowledgements_employee_id_employees_id_fk" FOREIGN KEY ("employee_id") REFERENCES "employees"("id") ON DELETE cascade ON UPDATE no action;
EXCEPTION
 WHEN duplicate_object THEN null;
END $$;
DO $$ BEGIN
 ALTER TABLE "feedback" ADD CONSTRAINT "feedback_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE cascade ON UPDATE no action;
EXCEPTION
 WHEN duplicate_object THEN null;
END $$;
DO $$ BEGIN
 ALTER TABLE "feedback" ADD CONSTRAINT "feedback_employee_id_employees_id_fk" FOREIGN KEY ("employee_id") REFERENCES "employees"("id") ON DELETE set null ON UPDATE no action;
EXCEPTION
 WHEN duplicate_object THEN null;
END $$;
DO $$ BEGIN
 ALTER TABLE "feedback" ADD CONSTRAINT "feedback_handled_by_employees_id_fk" FOREIGN KEY ("handled_by") REFERENCES "employees"("id") ON DELETE set null ON UPDATE no action;
EXCEPTION
 WHEN duplicate_object THEN null;
END $$;

-- 0003_plain_index

ALTER TABLE "articles" ADD COLUMN "search" tsvector GENERATED ALWAYS AS (setweight(to_tsvector('english', "title"), 'A') || setweight(to_tsvector('english', "body"), 'B')) STORED;
CREATE INDEX IF NOT EXISTS "articles_search_idx" ON "articles" USING gin ("search");
CREATE INDEX IF NOT EXISTS "articles_review_idx" ON "articles" ("review_by") WHERE "status" = 'published' AND "review_by" IS NOT NULL;
CREATE TABLE IF NOT EXISTS "search_queries" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"employee_id" integer,
	"terms" text NOT NULL,
	"hits" integer DEFAULT 0 NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL
);
DO $$ BEGIN
 ALTER TABLE "search_queries" ADD CONSTRAINT "search_queries_employee_id_employees_id_fk" FOREIGN KEY ("employee_id") REFERENCES "employees"("id") ON DELETE set null ON UPDATE no action;
EXCEPTION
 WHEN duplicate_object THEN null;
END $$;

-- 0004_second_tongue

CREATE TABLE IF NOT EXISTS "article_translations" (
	"article_id" integer NOT NULL,
	"language" char(2) NOT NULL,
	"title" varchar(255) NOT NULL,
	"body" text NOT NULL,
	"translated_by" integer,
	CONSTRAINT "article_translations_article_id_language_pk" PRIMARY KEY("article_id","language")
);
DO $$ BEGIN
 ALTER TABLE "article_translations" ADD CONSTRAINT "article_translations_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE cascade ON UPDATE no action;
EXCEPTION
 WHEN duplicate_object THEN null;
END $$;
DO $$ BEGIN
 ALTER TABLE "article_translations" ADD CONSTRAINT "article_translations_translated_by_employees_id_fk" FOREIGN KEY ("translated_by") REFERENCES "employees"("id") ON DELETE set null ON UPDATE no action;
EXCEPTION
 WHEN duplicate_object THEN null;
END $$;
ALTER TABLE "article_translations" ADD CONSTRAINT "article_translations_language_check" CHECK ("language" IN ('de', 'fr', 'nl', 'pl'));
CREATE OR REPLACE FUNCTION "articles_touch"() RETURNS trigger AS $$
BEGIN
	NEW.updated_at := now();
	RETURN NEW;
END;
$$ LANGUAGE plpgsql;
CREATE TRIGGER "articles_touch" BEFORE UPDATE ON "articles" FOR EACH ROW EXECUTE FUNCTION "articles_touch"();

CREATE SCHEMA IF NOT EXISTS "drizzle";
CREATE TABLE IF NOT EXISTS "drizzle"."__drizzle_migrations" (
    id SERIAL PRIMARY KEY,
    hash text NOT NULL,
    created_at bigint
);

-- The third hash is the sha256 of 0002 before its indexes were added.
INSERT INTO "drizzle"."__drizzle_migrations" ("hash", "created_at") VALUES
    ('fde4e65ba978f6e70351cb7d8b6923d11640a81615369aeda45d06f0afa1cd03', 1748340005113),
    ('11368fa0a14c3ddce58c7df92d93c6729ac6d257aefa8145b45fa8e0399cedc7', 1751273600870),
    ('5970238d8730a3a24e62929547c4b6d2f0f9740e0ce62b20accba19d0f0d9804', 1755076200446),
    ('741155b04d1b3b91dd8f37c8ea46956a01fa34001abd623c9b8897c683bb525a', 1759911003091),
    ('ae05da220000360cbf5ba7d29a78cfe1078429c22dc449eeec2660a3dac85159', 1765371600208);

INSERT INTO "departments" ("name", "parent_id") VALUES
    ('Operations', NULL),
    ('Workshop', 1),
    ('People', NULL);

INSERT INTO "employees" ("department_id", "email", "full_name", "role") VALUES
    (3, 'clara@handbook.example', 'Clara Ruiz', 'admin'),
    (2, 'piotr@handbook.example', 'Piotr Zając', 'author'),
    (1, 'hanneke@handbook.example', 'Hanneke Smit', 'reader');

INSERT INTO "categories" ("title", "sort_order") VALUES ('Safety', 1), ('Working hours', 2);

INSERT INTO "articles" ("category_id", "author_id", "slug", "title", "body", "status", "review_by") VALUES
    (1, 2, 'hearing-protection', 'Hearing protection', 'Above 85 dB, always.', 'published', '2026-09-01'),
    (2, 1, 'flexible-hours', 'Flexible hours', 'Core time is ten to three.', 'published', NULL),
    (1, 2, 'lathe-checklist', 'Before you start the lathe', 'Chuck key out.', 'draft', NULL);

INSERT INTO "article_revisions" ("article_id", "editor_id", "number", "body") VALUES
    (1, 2, 1, 'Above 90 dB.'),
    (1, 1, 2, 'Above 85 dB, always.');

INSERT INTO "tags" ("label") VALUES ('workshop'), ('everyone');
INSERT INTO "article_tags" ("article_id", "tag_id") VALUES (1, 1), (2, 2), (3, 1);
INSERT INTO "acknowledgements" ("article_id", "employee_id", "revision") VALUES (1, 2, 2), (2, 3, 1);
INSERT INTO "feedback" ("article_id", "employee_id", "kind", "message") VALUES (2, 3, 'question', 'Also on Fridays?');
INSERT INTO "attachments" ("id", "article_id", "uploaded_by", "file_name", "bytes") VALUES
    ('0b8e4d1f-9f5c-4a47-8d0a-3b1f5f6e0001', 1, 2, 'noise-map.pdf', 182044);
INSERT INTO "article_translations" ("article_id", "language", "title", "body", "translated_by") VALUES
    (1, 'pl', 'Ochrona słuchu', 'Powyżej 85 dB, zawsze.', 2);

-- By hand, on the evening of the import from the old wiki: its slugs looked too long, and its pages were kept aside.
ALTER TABLE "articles" ALTER COLUMN "slug" TYPE text;
CREATE TABLE "articles_import_backup" AS SELECT "id", "slug", "title", "body" FROM "articles";
