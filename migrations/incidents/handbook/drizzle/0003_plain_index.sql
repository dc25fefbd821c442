ALTER TABLE "articles" ADD COLUMN "search" tsvector GENERATED ALWAYS AS (setweight(to_tsvector('english', "title"), 'A') || setweight(to_tsvector('english', "body"), 'B')) STORED;
--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "articles_search_idx" ON "articles" USING gin ("search");
--> statement-breakpoint
CREATE INDEX IF NOT EXISTS "articles_review_idx" ON "articles" ("review_by") WHERE "status" = 'published' AND "review_by" IS NOT NULL;
--> statement-breakpoint
CREATE TABLE IF NOT EXISTS "search_queries" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"employee_id" integer,
	"terms" text NOT NULL,
	"hits" integer DEFAULT 0 NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
DO $$ BEGIN
 ALTER TABLE "search_queries" ADD CONSTRAINT "search_queries_employee_id_employees_id_fk" FOREIGN KEY ("employee_id") REFERENCES "employees"("id") ON DELETE set null ON UPDATE no action;
EXCEPTION
 WHEN duplicate_object THEN null;
END $$;
