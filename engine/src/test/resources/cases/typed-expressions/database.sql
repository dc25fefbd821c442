CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE DOMAIN label AS varchar(20);
CREATE TABLE t (
  i integer DEFAULT '5',
  l bigint DEFAULT 0.4,
  n numeric(10,2) DEFAULT 1::real,
  v varchar(20) DEFAULT 'x',
  x text DEFAULT '',
  d date DEFAULT 'today'::text::date,
  ts timestamp DEFAULT now(),
  e mood DEFAULT 'ok',
  g label DEFAULT 'g',
  jb jsonb DEFAULT '{}',
  ta text[] DEFAULT ARRAY['a'],
  CHECK (v IN ('a', 'b')),
  CONSTRAINT wide CHECK (i / 2::bigint > l),
  CONSTRAINT exact CHECK ((n * 2)::integer > 1.5),
  CONSTRAINT plain CHECK (g <> 'x' OR v::varchar(3) = x)
);
CREATE INDEX by_text ON t ((i::bigint::text));
CREATE INDEX recent ON t (x) WHERE ts > '2020-01-01'::date;
CREATE VIEW casts AS SELECT i::bigint AS a, i AS b, v::text AS c, v AS d, 1 AS one, n::numeric AS e FROM t;
CREATE VIEW sums AS SELECT sum(i::bigint::integer) AS i, sum(l) AS l, avg(n) AS n, max(v) AS v, count(*) AS c FROM t GROUP BY d;
CREATE TABLE copied AS
  SELECT i, i + l AS wider, n * 2 AS product, coalesce(v, 'none') AS v, CASE WHEN i > 0 THEN v ELSE x END AS chosen,
    array_agg(d) OVER () AS days, row_number() OVER (ORDER BY i) AS place, e, g, jb -> 'a' AS j, jb ->> 'a' AS k,
    date_trunc('day', ts) AS day, ts - now() AS age, 'lit' AS lit, NULL AS nothing, ta[1] AS first, s.m, extract(day FROM ts) AS part
  FROM t LEFT JOIN LATERAL (SELECT max(c.a) AS m FROM casts c WHERE c.b = t.i) s ON true;
CREATE TABLE merged AS SELECT i AS a, 'x' AS b FROM t UNION ALL SELECT l, v FROM t UNION ALL VALUES (1.5, NULL);
CREATE TABLE walked AS
  WITH RECURSIVE w AS (SELECT 1 AS n, ARRAY['a']::varchar[] AS path UNION ALL SELECT n + 1, path || 'b'::varchar FROM w WHERE n < 5)
  SELECT w.*, f.key, f.value, o.* FROM w, jsonb_each('{}') f, unnest(ARRAY[1, 2], ARRAY['a']) WITH ORDINALITY o(p, q, r);
CREATE MATERIALIZED VIEW kept AS SELECT u.*, z AS whole FROM casts u, sums z WHERE u.a = z.l;
SELECT k.a, k.whole, r.* INTO selected FROM kept k, json_to_recordset('[]') AS r(p integer, q varchar(7));
ALTER TABLE t ALTER COLUMN x TYPE varchar(50);
