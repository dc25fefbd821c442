CREATE TYPE address AS (street text, zip integer);
CREATE TABLE person (id integer, home address, others address[], doc jsonb);
CREATE FUNCTION parts(x integer, OUT y integer, OUT text) LANGUAGE sql AS 'SELECT $1, ''x''';
CREATE FUNCTION anywhere(OUT address) LANGUAGE sql AS 'SELECT ''a street''::text, 2';
CREATE FUNCTION same(INOUT x anyelement) LANGUAGE sql COST 0.001 AS 'SELECT $1';
CREATE VIEW read_row AS SELECT * FROM jsonb_populate_record(NULL::address, '{"zip": 1}') a;
CREATE VIEW read_rows AS SELECT p.id, a.* FROM person p, jsonb_populate_recordset(NULL::address, p.doc) a;
CREATE VIEW others AS SELECT id, a.street, a AS whole, row_to_json(a) FROM person, unnest(others) a;
CREATE VIEW counted AS SELECT id, a.* FROM person, unnest(others) WITH ORDINALITY a;
CREATE VIEW home AS SELECT id, (home).*, (jsonb_populate_record(NULL::address, doc)).zip AS read FROM person;
CREATE VIEW called AS SELECT * FROM parts(1), anywhere(), same(NULL::address) AS s (a, b);
CREATE VIEW side_by_side AS
  SELECT * FROM ROWS FROM (unnest(ARRAY[1, 2], ARRAY['a', 'b']), generate_series(1, 3)) AS s (a, b, c);
CREATE VIEW unnested AS SELECT * FROM ROWS FROM (unnest(ARRAY[1, 2]), unnest(ARRAY['a', 'b'])) AS s (a, b);
CREATE VIEW packed AS SELECT to_json(ROW(p.*, n)) AS p, to_json(ROW(n.*)) AS n FROM person p, generate_series(1, 2) n;
CREATE VIEW beside AS SELECT q.* FROM person p LEFT JOIN person o ON o.id = p.id, LATERAL (SELECT p.*, o.id AS other) q;
