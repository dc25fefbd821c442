CREATE SCHEMA more;
CREATE FUNCTION lower(a integer) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1::text';
CREATE FUNCTION size(a integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE FUNCTION size(a numeric) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE FUNCTION more.size(a text) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT length($1)';
SET search_path = public, more;
CREATE DOMAIN word AS text CHECK (size(value) > 0);
CREATE TABLE item (
  id integer,
  name text DEFAULT lower(5),
  kind text DEFAULT lower('FOO'),
  k integer DEFAULT size('abc'),
  l integer DEFAULT size(3.5),
  long boolean GENERATED ALWAYS AS (size(name) > size(id)) STORED,
  w word,
  CHECK (size(id) > 1 OR size(name || 'a') > 1 OR size(id::numeric) > 2),
  CHECK (lower(name) = lower(id)),
  CHECK (size(w) > 0)
);
CREATE INDEX sizes ON item (size(name), size(id), (lower(id)), (lower(name)));
CREATE VIEW items AS SELECT size(name) AS a, size(id) AS b, lower(id) AS c, lower(name) AS d FROM item;
CREATE TABLE parted (id integer, name text) PARTITION BY RANGE (size(name), size(id));
RESET search_path;
DROP FUNCTION lower(integer) CASCADE;
DROP FUNCTION size(numeric) CASCADE;
CREATE TABLE kept (id integer CHECK (size(id) > 1), name text CHECK (more.size(name) > 0));
DROP FUNCTION more.size(text) CASCADE;
