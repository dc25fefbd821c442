CREATE SCHEMA "Odd schema";
CREATE TABLE "Odd schema"."a.b""c" ("select" integer, "ÄÖ $drift$" text);
INSERT INTO "Odd schema"."a.b""c" VALUES (1, '$$');
