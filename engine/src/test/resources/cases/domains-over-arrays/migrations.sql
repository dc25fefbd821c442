-- What is made of an array in a domain is made of the array itself, whatever its elements' length.
CREATE DOMAIN tags AS varchar(10)[];
CREATE DOMAIN amounts AS numeric(10,2)[];
CREATE DOMAIN more_tags AS tags;
CREATE TABLE t (
  a tags CHECK (cardinality(a) < 5),
  b amounts CHECK (array_length(b, 1) < 5),
  c more_tags CHECK (c <> '{x}'),
  d varchar(10)[] CHECK (cardinality(d) < 4),
  CHECK (a = c),
  CHECK (a[1] = 'x' AND b[1] > 3),
  CHECK (a || 'x'::varchar = a),
  EXCLUDE (d WITH =) WHERE (cardinality(a) > 2)
);
CREATE VIEW v AS SELECT a || a AS twice, unnest(b) AS each, array_append(c, 'y') AS appended FROM t;
