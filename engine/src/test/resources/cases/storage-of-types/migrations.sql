-- A storage that the type has anyway is none of the column's own.
CREATE TYPE mood AS ENUM ('glad');
CREATE TYPE pair AS (a integer, b text);
CREATE TYPE span AS RANGE (subtype = integer);
CREATE DOMAIN word AS text;
CREATE DOMAIN number AS integer;
CREATE TABLE stored (m mood, p pair, s span, w word, n number, ms mood[]);
ALTER TABLE stored
  ALTER m SET STORAGE plain, ALTER p SET STORAGE extended, ALTER s SET STORAGE extended,
  ALTER w SET STORAGE extended, ALTER n SET STORAGE plain, ALTER ms SET STORAGE main;
-- Rows of tables and multiranges are extended, too.
CREATE TABLE kept_rows (a integer);
CREATE TYPE kept_span AS RANGE (subtype = integer);
CREATE TABLE keeps (r kept_rows, s kept_span);
ALTER TABLE keeps ALTER r SET STORAGE EXTENDED, ALTER s SET STORAGE EXTENDED;
