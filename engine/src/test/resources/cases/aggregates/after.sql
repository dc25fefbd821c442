CREATE FUNCTION add_up(numeric, integer) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT $1 + $2';
CREATE FUNCTION done(numeric) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1::text';
CREATE AGGREGATE kept(integer) (SFUNC = int4pl, STYPE = integer);
CREATE AGGREGATE started(integer) (
  SFUNC = int4pl, STYPE = integer, INITCOND = '1', PARALLEL = SAFE, COMBINEFUNC = int4pl);
CREATE AGGREGATE finished(integer) (SFUNC = add_up, STYPE = numeric, FINALFUNC = done);
CREATE AGGREGATE "Made"(double precision) (SFUNC = float8larger, STYPE = float8, SORTOP = >);
CREATE AGGREGATE ranked(ORDER BY boolean) (
  SFUNC = ordered_set_transition, STYPE = internal, FINALFUNC = mode_final, FINALFUNC_EXTRA);
CREATE AGGREGATE anything(VARIADIC "any" ORDER BY VARIADIC "any") (
  SFUNC = ordered_set_transition_multi, STYPE = internal, FINALFUNC = rank_final, FINALFUNC_EXTRA,
  HYPOTHETICAL);
CREATE AGGREGATE moving(integer) (
  SFUNC = int4_sum, STYPE = bigint, SSPACE = 16,
  MSFUNC = int4_avg_accum, MINVFUNC = int4_avg_accum_inv, MSTYPE = bigint[],
  MFINALFUNC = int2int4_sum, MINITCOND = '{0,0}');
COMMENT ON AGGREGATE ranked(ORDER BY boolean) IS 'new';
CREATE TABLE t (a integer, b text);
CREATE VIEW sums AS SELECT finished(a) AS f, started(a) AS s FROM t;
