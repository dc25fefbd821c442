CREATE TYPE kept AS RANGE (subtype = float8, subtype_diff = float8mi);
CREATE TYPE changed AS RANGE (subtype = text, collation = "C");
CREATE TYPE wider AS RANGE (subtype = integer);
CREATE TYPE gone AS RANGE (subtype = uuid);
CREATE TABLE spans (
  id integer PRIMARY KEY,
  a changed DEFAULT '[a,b]',
  b changed[],
  c wider CHECK (NOT isempty(c)),
  d gone);
INSERT INTO spans VALUES (1, '[a,b)', '{"[a,b)"}', '[1,2]', NULL);
CREATE INDEX spans_a ON spans USING gist (a);
CREATE FUNCTION bounds(changed) RETURNS text LANGUAGE sql AS 'SELECT lower($1)';
COMMENT ON TYPE changed IS 'texts';
