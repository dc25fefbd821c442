-- What LIKE copies beside INHERITS, of keys' comments, and of views.
CREATE TABLE s1 (a text PRIMARY KEY, b text, CONSTRAINT len CHECK (length(a) > 2));
COMMENT ON INDEX s1_pkey IS 'the index'; COMMENT ON CONSTRAINT s1_pkey ON s1 IS 'the key'; COMMENT ON CONSTRAINT len ON s1 IS 'the check';
CREATE INDEX s1_b ON s1 (b); COMMENT ON INDEX s1_b IS 'b';
ALTER TABLE s1 ALTER COLUMN a SET STORAGE MAIN;
CREATE TABLE s3 (a text CHECK (length(a) < 5), c text);
CREATE TABLE both_ (LIKE s3 INCLUDING CONSTRAINTS INCLUDING COMMENTS) INHERITS (s1);
CREATE TABLE again (LIKE s1 INCLUDING CONSTRAINTS INCLUDING COMMENTS) INHERITS (s1);
CREATE TABLE everything (LIKE s1 INCLUDING ALL);
CREATE VIEW v AS SELECT a, length(b) AS n, now() AS at FROM s1;
CREATE TABLE likev (LIKE v, more int);
CREATE MATERIALIZED VIEW mv AS SELECT 1 AS one, 'x'::varchar(3) AS x;
CREATE TABLE likemv (LIKE mv INCLUDING ALL);
-- Heirs that are no partitions have no part in an index.
CREATE TABLE indexed_parent (a integer);
CREATE TABLE indexed_heir () INHERITS (indexed_parent);
CREATE INDEX ON indexed_parent (a);
