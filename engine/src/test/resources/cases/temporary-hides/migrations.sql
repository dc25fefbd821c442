-- A temporary table is altered before the one that it hides.
CREATE TEMP TABLE tt (a int);
CREATE TABLE public.tt (b int);
ALTER TABLE tt RENAME TO tt2;
ALTER TABLE tt ADD c int;
DROP TABLE tt2;
CREATE TEMP TABLE work (a int); CREATE INDEX work_a ON work (a); CREATE INDEX ON work (a);
DROP INDEX work_a;
