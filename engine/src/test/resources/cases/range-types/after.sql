CREATE TYPE kept AS RANGE (subtype = float8, subtype_diff = float8mi);
CREATE TYPE changed AS RANGE (subtype = text, collation = "POSIX");
CREATE TYPE wider AS RANGE (subtype = bigint);
CREATE TYPE "Made" AS RANGE (subtype = varchar, subtype_opclass = varchar_pattern_ops);
CREATE TABLE spans (
  id integer PRIMARY KEY,
  a changed DEFAULT '[a,b]',
  b changed[],
  c wider CHECK (NOT isempty(c)),
  e "Made");
CREATE INDEX spans_a ON spans USING gist (a);
CREATE FUNCTION bounds(changed) RETURNS text LANGUAGE sql AS 'SELECT lower($1)';
COMMENT ON TYPE changed IS 'texts';
