CREATE INDEX "comments_content_id_idx" ON "comments" USING btree ("content_id") WHERE not "comments"."resolved";--> statement-breakpoint
CREATE INDEX "content_author_id_idx" ON "content" USING btree ("author_id");--> statement-breakpoint
CREATE INDEX "content_calendar_idx" ON "content" USING btree ("status","scheduled_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "content_metadata_idx" ON "content" USING gin ("metadata" jsonb_path_ops);--> statement-breakpoint
CREATE INDEX "content_search_idx" ON "content" USING gin ("search");--> statement-breakpoint
CREATE INDEX "publications_platform_idx" ON "publications" USING btree ("platform","published_at");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_lower_idx" ON "users" USING btree (lower("email"));
