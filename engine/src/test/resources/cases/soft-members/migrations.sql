CREATE TYPE span AS (low integer, high integer);
CREATE FUNCTION span_has(span, span) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT ($1).low <= ($2).low';
CREATE FUNCTION span_lt(span, span) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT ($1).low < ($2).low';
CREATE FUNCTION span_lt4(span, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT ($1).low < $2';
CREATE FUNCTION span_cmp(span, span) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT ($1).low - ($2).low';
CREATE OPERATOR @> (leftarg = span, rightarg = span, procedure = span_has, commutator = <@);
CREATE OPERATOR @ (leftarg = span, rightarg = span, procedure = span_has);
CREATE OPERATOR <<< (leftarg = span, rightarg = span, procedure = span_lt);
CREATE OPERATOR <<< (leftarg = span, rightarg = integer, procedure = span_lt4);

CREATE OPERATOR CLASS span_gist FOR TYPE span USING gist AS
  OPERATOR 7 @>, OPERATOR 13 @,
  FUNCTION 1 gist_box_consistent(internal, box, smallint, oid, internal),
  FUNCTION 2 gist_box_union(internal, internal),
  FUNCTION 5 gist_box_penalty(internal, internal, internal),
  FUNCTION 6 gist_box_picksplit(internal, internal),
  FUNCTION 7 gist_box_same(box, box, internal),
  STORAGE box;
DROP OPERATOR @ (span, span);

CREATE OPERATOR CLASS span_btree FOR TYPE span USING btree AS OPERATOR 1 <<<, FUNCTION 1 span_cmp(span, span);
ALTER OPERATOR FAMILY span_btree USING btree ADD OPERATOR 1 <<< (span, integer);
DROP OPERATOR <<< (span, integer);

CREATE OPERATOR CLASS flags FOR TYPE bit USING gist AS
  OPERATOR 3 =,
  FUNCTION 1 gist_box_consistent(internal, box, smallint, oid, internal),
  FUNCTION 2 gist_box_union(internal, internal),
  FUNCTION 5 gist_box_penalty(internal, internal, internal),
  FUNCTION 6 gist_box_picksplit(internal, internal),
  FUNCTION 7 gist_box_same(box, box, internal),
  STORAGE bit;

CREATE OPERATOR FAMILY left_behind USING gist;
CREATE OPERATOR CLASS going FOR TYPE span USING gist FAMILY left_behind AS
  OPERATOR 7 @>,
  FUNCTION 1 gist_box_consistent(internal, box, smallint, oid, internal),
  FUNCTION 2 gist_box_union(internal, internal),
  FUNCTION 5 gist_box_penalty(internal, internal, internal),
  FUNCTION 6 gist_box_picksplit(internal, internal),
  FUNCTION 7 gist_box_same(box, box, internal),
  STORAGE box;
DROP OPERATOR CLASS going USING gist;
