CREATE COLLATION num (provider = icu, locale = 'en-u-kn-true');
CREATE TABLE item (id int, n text COLLATE num, c text COLLATE "C", x text);
CREATE TABLE taken AS SELECT n, c, x, n || x AS nx, lower(c) AS lc, x COLLATE "C" AS xc, x COLLATE num AS xn, id::text AS it, 'a' AS lit, x COLLATE "default" AS xd FROM item;
CREATE TABLE whole AS TABLE item;
CREATE TABLE listed AS VALUES ('a' COLLATE "C", 1);
SELECT n, c INTO chosen FROM item;
CREATE TABLE united AS SELECT n FROM item UNION ALL SELECT n FROM item;
CREATE TABLE grouped AS
  SELECT max(n) AS m, min(c) AS c, string_agg(x, ',') AS s, array_agg(n) AS arr, coalesce(n, 'a') AS co, CASE WHEN id > 1 THEN c END AS ca FROM item GROUP BY n, c, id;
CREATE TABLE nested AS SELECT v.n2, w.* FROM (SELECT n AS n2 FROM item) v, (VALUES ('a' COLLATE "C")) w(q);
CREATE TABLE common AS WITH q AS (SELECT c FROM item) SELECT * FROM q;
CREATE VIEW items AS SELECT n, c, n || x AS nx FROM item;
CREATE TABLE viewed AS SELECT * FROM items;
CREATE TABLE alike (LIKE items);
CREATE MATERIALIZED VIEW kept AS SELECT n, x COLLATE "C" AS xc FROM item;
CREATE TABLE kept_again AS SELECT * FROM kept;
CREATE FUNCTION same(a text) RETURNS text LANGUAGE sql AS 'SELECT $1';
CREATE TABLE called AS SELECT same(n) AS cn, 'a'::name AS nm, n::varchar(3) AS nv, (SELECT n FROM item LIMIT 1) AS sub FROM item;
