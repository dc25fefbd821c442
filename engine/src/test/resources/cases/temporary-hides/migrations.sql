-- A temporary table is altered before the one that it hides.
CREATE TEMP TABLE tt (a int);
CREATE TABLE public.tt (b int);
ALTER TABLE tt RENAME TO tt2;
ALTER TABLE tt ADD c int;
DROP TABLE tt2;
