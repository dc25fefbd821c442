CREATE FUNCTION add_up(numeric, integer) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT $1 + $2';
CREATE FUNCTION done(numeric) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1::text';
CREATE AGGREGATE kept(integer) (SFUNC = int4pl, STYPE = integer);
CREATE AGGREGATE started(integer) (SFUNC = int4pl, STYPE = integer, INITCOND = '0');
CREATE AGGREGATE finished(integer) (SFUNC = add_up, STYPE = numeric);
CREATE AGGREGATE gone(text) (SFUNC = textcat, STYPE = text);
CREATE AGGREGATE ranked(ORDER BY boolean) (
  SFUNC = ordered_set_transition, STYPE = internal, FINALFUNC = mode_final, FINALFUNC_EXTRA);
COMMENT ON AGGREGATE ranked(ORDER BY boolean) IS 'old';
CREATE TABLE t (a integer, b text);
CREATE VIEW sums AS SELECT finished(a) AS f, started(a) AS s FROM t;
