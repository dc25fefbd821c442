CREATE TYPE pair AS (a integer, b integer);
CREATE FUNCTION lt(pair, pair) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT ($1).a < ($2).a';
CREATE FUNCTION gt(pair, pair) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT ($1).a > ($2).a';
CREATE FUNCTION same(pair, pair) RETURNS bool LANGUAGE sql IMMUTABLE AS 'SELECT ($1).a = ($2).a';
CREATE FUNCTION cmp(pair, pair) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT btint4cmp(($1).a, ($2).a)';
CREATE FUNCTION hash(pair) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT hashint4(($1).a)';
CREATE OPERATOR <# (LEFTARG = pair, RIGHTARG = pair, PROCEDURE = lt, COMMUTATOR = >#);
CREATE OPERATOR ># (LEFTARG = pair, RIGHTARG = pair, PROCEDURE = gt, COMMUTATOR = <#);
CREATE OPERATOR =# (LEFTARG = pair, RIGHTARG = pair, PROCEDURE = same, COMMUTATOR = =#,
  RESTRICT = neqsel, JOIN = eqjoinsel, HASHES, MERGES);
CREATE OPERATOR CLASS pair_ops FOR TYPE pair USING btree AS
  OPERATOR 1 <#, OPERATOR 3 =#, OPERATOR 5 >#, FUNCTION 1 cmp(pair, pair);
CREATE OPERATOR FAMILY loose USING hash;
ALTER OPERATOR FAMILY loose USING hash ADD FUNCTION 1 (pair, pair) hash(pair);
CREATE TABLE t (p pair, q pair);
CREATE INDEX t_p ON t (p pair_ops);
CREATE VIEW less AS SELECT p FROM t WHERE p OPERATOR(public.<#) q;
COMMENT ON OPERATOR <# (pair, pair) IS 'less';
COMMENT ON OPERATOR CLASS pair_ops USING btree IS 'pairs';
COMMENT ON OPERATOR FAMILY loose USING hash IS 'loose';
