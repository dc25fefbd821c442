-- Whole rows, their fields, and joins by columns that are renamed or that are not there.
CREATE TABLE tt5 (a int, b int); CREATE TABLE tt6 (c int, d int); CREATE TABLE tt7 (a int, z text);
CREATE VIEW n1 AS SELECT * FROM tt5 NATURAL JOIN tt6;
CREATE VIEW n2 AS SELECT * FROM tt5 NATURAL LEFT JOIN tt6;
CREATE VIEW n3 AS SELECT * FROM tt5 JOIN tt6 ON true;
CREATE VIEW n4 AS SELECT * FROM tt5 NATURAL JOIN tt7;
CREATE VIEW w1 AS SELECT (x.r).column2 FROM (SELECT r FROM (VALUES (1,2),(3,4)) r OFFSET 0) x;
CREATE VIEW w2 AS WITH c AS MATERIALIZED (SELECT s, row_to_json(s) j FROM (SELECT a, b FROM tt5) s) SELECT (c.s).a, j FROM c;
CREATE VIEW w3 AS WITH q AS (SELECT 1 AS x, 2 AS y), z AS (SELECT q, (q).x FROM q) SELECT x, (z.q).y FROM z;
CREATE VIEW w4 AS SELECT g, (w.h).b, (w.p).one FROM (SELECT g, h, p FROM generate_series(1,3) g, json_to_record('{}') AS h(a int, b text), LATERAL (SELECT 1 AS one, 2 AS two) p) w;
CREATE VIEW w5 AS SELECT t, count(t) AS n FROM tt5 t GROUP BY t;
CREATE VIEW w6 AS SELECT (y.e).key, (y.f).value FROM (SELECT json_each_text('{}') AS f, e FROM json_each_text('{"a":1}') e) y;
CREATE VIEW w7 AS SELECT to_json(array_agg(s)) AS ss, max(s.a) FROM (SELECT a, b FROM tt5) s;
ALTER COLLATION "en-x-icu" REFRESH VERSION;
CREATE VIEW vv1 AS SELECT x.*, q + 1 AS q1 FROM tt5 AS x(q, r) WHERE q > 1;
ALTER TABLE tt5 RENAME a TO q; ALTER TABLE tt5 RENAME b TO a; ALTER TABLE tt5 ADD c int;
CREATE VIEW w8 AS SELECT (t).q, (t.*).a, (SELECT (t).c) FROM tt5 t;
