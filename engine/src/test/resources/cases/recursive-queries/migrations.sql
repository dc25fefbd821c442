CREATE VIEW ahead AS WITH RECURSIVE
  counted (n) AS (SELECT * FROM start UNION ALL SELECT n + 1 FROM counted WHERE n < 5),
  start (n) AS (VALUES (1))
  SELECT * FROM counted;
CREATE VIEW far_ahead AS WITH RECURSIVE
  a AS (SELECT * FROM c), b AS (SELECT * FROM a), c AS (SELECT 1 AS one)
  SELECT b.one, c.one AS other FROM b, c;
CREATE VIEW nested AS WITH RECURSIVE outside (n) AS (
  WITH RECURSIVE inside (i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM inside WHERE i < 10)
  SELECT i FROM inside UNION ALL SELECT n + 1 FROM outside WHERE n < 10)
  SELECT * FROM outside;
CREATE VIEW named AS SELECT (VALUES (1)), (SELECT 2 AS two UNION SELECT 3);
