CREATE TABLE stock (x integer, y integer);
CREATE TEMPORARY TABLE x (n integer);
CREATE VIEW columns AS SELECT y, x FROM stock;
CREATE VIEW made AS WITH x AS (SELECT 1 AS n) SELECT n FROM x;
CREATE VIEW called AS SELECT x.y, x FROM stock x, generate_series(1, 2), unnest(ARRAY[1]) n;
CREATE VIEW gone AS SELECT y FROM stock WHERE x IN (SELECT n FROM x);
