CREATE SCHEMA "Odd schema";
CREATE TYPE "Odd schema"."En'um" AS ENUM ('it''s', 'back\slash', '$drift$');
CREATE TABLE "Odd schema"."a.b""c" (
  "select" integer NOT NULL, "ÄÖ $drift$" text DEFAULT '$drift$; DROP TABLE x; --', "e" "Odd schema"."En'um" DEFAULT 'back\slash',
  CONSTRAINT "it's" CHECK ("ÄÖ $drift$" <> '$drift0$')
);
CREATE UNIQUE INDEX "In dex" ON "Odd schema"."a.b""c" ("select", lower("ÄÖ $drift$"));
CREATE FUNCTION "Odd schema"."F()"("x y" integer) RETURNS text LANGUAGE plpgsql AS $q$ BEGIN RETURN '$$ $drift$ $body$'; END $q$;
CREATE VIEW "Odd schema"."view" AS SELECT "select" AS "from" FROM "Odd schema"."a.b""c";
COMMENT ON COLUMN "Odd schema"."a.b""c"."select" IS 'it''s \ $drift$';
