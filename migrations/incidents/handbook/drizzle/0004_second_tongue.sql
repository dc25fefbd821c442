CREATE TABLE IF NOT EXISTS "article_translations" (
	"article_id" integer NOT NULL,
	"language" char(2) NOT NULL,
	"title" varchar(255) NOT NULL,
	"body" text NOT NULL,
	"translated_by" integer,
	CONSTRAINT "article_translations_article_id_language_pk" PRIMARY KEY("article_id","language")
);
--> statement-breakpoint
DO $$ BEGIN
 ALTER TABLE "article_translations" ADD CONSTRAINT "article_translations_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "articles"("id") ON DELETE cascade ON UPDATE no action;
EXCEPTION
 WHEN duplicate_object THEN null;
END $$;
--> statement-breakpoint
DO $$ BEGIN
 ALTER TABLE "article_translations" ADD CONSTRAINT "article_translations_translated_by_employees_id_fk" FOREIGN KEY ("translated_by") REFERENCES "employees"("id") ON DELETE set null ON UPDATE no action;
EXCEPTION
 WHEN duplicate_object THEN null;
END $$;
--> statement-breakpoint
ALTER TABLE "article_translations" ADD CONSTRAINT "article_translations_language_check" CHECK ("language" IN ('de', 'fr', 'nl', 'pl'));
--> statement-breakpoint
CREATE OR REPLACE FUNCTION "articles_touch"() RETURNS trigger AS $$
BEGIN
	NEW.updated_at := now();
	RETURN NEW;
END;
$$ LANGUAGE plpgsql;
--> statement-breakpoint
CREATE TRIGGER "articles_touch" BEFORE UPDATE ON "articles" FOR EACH ROW EXECUTE FUNCTION "articles_touch"();
