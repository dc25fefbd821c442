DO $$ BEGIN
 CREATE TYPE "feedback_kind" AS ENUM('helpful', 'outdated', 'wrong', 'question');
EXCEPTION
 WHEN duplicate_object THEN null;
END $$;
--> statement-breakpoint
CREATE TABLE IF NOT EXISTS "acknowledgements" (
	"article_id" integer NOT NULL,
	"employee_id" integer NOT NULL,
	"revision" integer NOT NULL,
	"acknowledged_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "acknowledgements_article_id_employee_id_pk" PRIMARY KEY("article_id","employee_id")
);
--> statement-breakpoint
CREATE TABLE IF NOT EXISTS "feedback" (
	"id" serial PRIMARY KEY NOT NULL,
	"article_id" integer NOT NULL,
	"employee_id" integer,
	"kind" "feedback_kind" NOT NULL,
	"message" text,
	"handled_by" integer,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
DO $$ BEGIN
 ALTER TABLE "acknowledgements" ADD CONSTRAINT "acknowledgements_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE cascade ON UPDATE no action;
EXCEPTION
 WHEN duplicate_object THEN null;
END $$;
--> statement-breakpoint
DO $$ BEGIN
 ALTER TABLE "acknowledgements" ADD CONSTRAINT "acknowledgements_employee_id_employees_id_fk" FOREIGN KEY ("employee_id") REFERENCES "employees"("id") ON DELETE cascade ON UPDATE no action;
EXCEPTION
 WHEN duplicate_object THEN null;
END $$;
--> statement-breakpoint
DO $$ BEGIN
 ALTER TABLE "feedback" ADD CONSTRAINT "feedback_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE cascade ON UPDATE no action;
EXCEPTION
 WHEN duplicate_object THEN null;
END $$;
--> statement-breakpoint
DO $$ BEGIN
 ALTER TABLE "feedback" ADD CONSTRAINT "feedback_employee_id_employees_id_fk" FOREIGN KEY ("employee_id") REFERENCES "employees"("id") ON DELETE set null ON UPDATE no action;
EXCEPTION
 WHEN duplicate_object THEN null;
END $$;
--> statement-breakpoint
DO $$ BEGIN
 ALTER TABLE "feedback" ADD CONSTRAINT "feedback_handled_by_employees_id_fk" FOREIGN KEY ("handled_by") REFERENCES "employees"("id") ON DELETE set null ON UPDATE no action;
EXCEPTION
 WHEN duplicate_object THEN null;
END $$;
--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "employees_department_id_idx" ON "employees" ("department_id");
--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "articles_category_id_idx" ON "articles" ("category_id");
--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "articles_author_id_idx" ON "articles" ("author_id");
--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "article_revisions_editor_id_idx" ON "article_revisions" ("editor_id");
--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "attachments_article_id_idx" ON "attachments" ("article_id");
--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "article_tags_tag_id_idx" ON "article_tags" ("tag_id");
--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "acknowledgements_employee_id_idx" ON "acknowledgements" ("employee_id");
--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "feedback_article_id_idx" ON "feedback" ("article_id");
