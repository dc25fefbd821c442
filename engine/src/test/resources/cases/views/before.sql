CREATE TABLE t (a integer, b integer);
CREATE VIEW v1 AS SELECT a FROM t;
CREATE VIEW v2 AS SELECT a FROM v1;
CREATE VIEW v3 AS SELECT a, b FROM t;
CREATE VIEW v4 AS SELECT a FROM t;
CREATE MATERIALIZED VIEW m1 AS SELECT a FROM v2;
CREATE INDEX m1_a ON m1 (a);
COMMENT ON COLUMN v2.a IS 'the a';

-- What is said of a view whose columns get other types under the same names stays.
CREATE TABLE swapped (a integer, b text);
CREATE VIEW swapping AS SELECT a, b FROM swapped;
COMMENT ON VIEW swapping IS 'stays';
COMMENT ON COLUMN swapping.a IS 'stays, too';
GRANT SELECT ON swapping TO PUBLIC;
GRANT UPDATE (b) ON swapping TO PUBLIC;
