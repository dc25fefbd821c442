ALTER TABLE "content" ADD COLUMN "project_id" integer;--> statement-breakpoint
ALTER TABLE "content" ADD CONSTRAINT "content_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "content_project_id_idx" ON "content" USING btree ("project_id");
