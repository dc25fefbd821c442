CREATE TYPE mood AS ENUM ('sad','ok');
CREATE TYPE pair AS (a integer, b text);
CREATE TABLE person (id bigint PRIMARY KEY, name varchar(10), m mood DEFAULT 'ok', d date, n integer);
CREATE TABLE visit (id integer GENERATED ALWAYS AS IDENTITY, person_id bigint REFERENCES person, at timestamptz DEFAULT now());
CREATE FUNCTION increased(n integer) RETURNS integer LANGUAGE sql BEGIN ATOMIC
  SELECT n + 2;
END;
CREATE FUNCTION name_of(k integer) RETURNS text LANGUAGE sql BEGIN ATOMIC
  SELECT name FROM person WHERE id = k;
END;
CREATE FUNCTION replace_all(k integer) RETURNS SETOF person LANGUAGE sql BEGIN ATOMIC
  INSERT INTO person VALUES (k, 'x');
  UPDATE person SET name = 'c', m = 'sad' WHERE id = replace_all.k;
  DELETE FROM person WHERE id = $1;
  SELECT * FROM person WHERE id > k ORDER BY id;
END;
CREATE FUNCTION nothing() RETURNS void LANGUAGE sql BEGIN ATOMIC
END;
CREATE FUNCTION count_above(k integer) RETURNS bigint LANGUAGE sql
  RETURN (SELECT count(*) FROM person WHERE id >= k);
CREATE PROCEDURE register(x bigint, y text) LANGUAGE sql BEGIN ATOMIC
  INSERT INTO person (id, name) VALUES (x, upper(y));
  INSERT INTO visit (person_id) VALUES (x);
END;
CREATE FUNCTION unnamed(integer, text) RETURNS text LANGUAGE sql BEGIN ATOMIC
  SELECT $2 || $1::text;
END;
CREATE FUNCTION hidden(id integer, n integer) RETURNS text LANGUAGE sql BEGIN ATOMIC
  SELECT name FROM person WHERE id = hidden.id AND n = hidden.n AND n > $1;
END;
CREATE FUNCTION make(x bigint) RETURNS bigint LANGUAGE sql BEGIN ATOMIC
  INSERT INTO person (id, name, m) VALUES (x, 'zz', 'sad') RETURNING id;
END;
CREATE FUNCTION shout(x bigint) RETURNS SETOF person LANGUAGE sql BEGIN ATOMIC
  UPDATE person SET name = upper(name), d = '2020-01-01' WHERE id = x RETURNING *;
END;
CREATE FUNCTION first_five(x bigint) RETURNS SETOF bigint LANGUAGE sql BEGIN ATOMIC
  WITH c AS (SELECT id FROM person WHERE id < x) SELECT c.id FROM c JOIN visit ON visit.person_id = c.id ORDER BY 1 LIMIT 5;
END;
CREATE FUNCTION put(x bigint, y text) RETURNS void LANGUAGE sql BEGIN ATOMIC
  INSERT INTO person (id, name) VALUES (x, y) ON CONFLICT (id) DO UPDATE SET name = excluded.name, m = 'ok' WHERE person.name <> 'keep';
END;
CREATE FUNCTION put_once(x bigint, y text) RETURNS void LANGUAGE sql BEGIN ATOMIC
  INSERT INTO person AS tt (id, name) VALUES (x, y) ON CONFLICT ON CONSTRAINT person_pkey DO NOTHING;
  INSERT INTO person AS tt (id, name) VALUES (x, y), (2, 'k') ON CONFLICT DO NOTHING;
END;
CREATE FUNCTION size_of(p pair) RETURNS integer LANGUAGE sql BEGIN ATOMIC
  SELECT p.a - length(p.b);
END;
CREATE FUNCTION size_with(p pair) RETURNS integer LANGUAGE sql BEGIN ATOMIC
  SELECT p.a + (p).a + person.n FROM person WHERE person.name = size_with.p.b;
END;
CREATE FUNCTION same(p pair) RETURNS pair LANGUAGE sql BEGIN ATOMIC
  SELECT p.*;
END;
CREATE FUNCTION rows_of(x integer) RETURNS TABLE (id bigint, name text) LANGUAGE sql BEGIN ATOMIC
  SELECT id, name FROM person WHERE n = x;
END;
CREATE FUNCTION fill(x integer) RETURNS void LANGUAGE sql BEGIN ATOMIC
  INSERT INTO person (id, name, m) SELECT id + x, 'x', 'ok' FROM visit;
END;
CREATE FUNCTION total(VARIADIC a integer[]) RETURNS bigint LANGUAGE sql BEGIN ATOMIC
  SELECT sum(u) FROM unnest(a) AS u;
END;
CREATE FUNCTION in_mood(m mood) RETURNS SETOF person LANGUAGE sql BEGIN ATOMIC
  SELECT * FROM person WHERE person.m = in_mood.m OR person.m = 'sad';
END;
CREATE FUNCTION increased_twice(x integer) RETURNS integer LANGUAGE sql BEGIN ATOMIC
  SELECT increased(x) + increased(4);
END;
CREATE FUNCTION connect(x integer) RETURNS void LANGUAGE sql BEGIN ATOMIC
  UPDATE person SET n = x FROM visit WHERE visit.person_id = person.id AND visit.id = x;
  DELETE FROM person USING visit AS z WHERE NOT z.person_id = person.id;
  UPDATE person AS q SET n = q.n + 1, d = DEFAULT;
END;
CREATE FUNCTION defaults() RETURNS void LANGUAGE sql BEGIN ATOMIC
    INSERT INTO person VALUES (1, DEFAULT, DEFAULT);
END;
CREATE FUNCTION "Mixed"("N" integer) RETURNS integer LANGUAGE sql BEGIN ATOMIC
  SELECT "N" + n FROM person WHERE "Mixed"."N" = 3;
END;
CREATE FUNCTION nested(x integer) RETURNS bigint LANGUAGE sql BEGIN ATOMIC
  SELECT x + (SELECT count(*) FROM person WHERE id > x) + (SELECT x);
END;
CREATE FUNCTION merged(x integer) RETURNS SETOF integer LANGUAGE sql BEGIN ATOMIC
  SELECT x UNION ALL SELECT id FROM visit WHERE id <> x ORDER BY 1;
END;
CREATE FUNCTION joined(id bigint) RETURNS bigint LANGUAGE sql BEGIN ATOMIC
  SELECT id FROM person FULL JOIN (SELECT 1::bigint AS id) q USING (id);
END;
CREATE FUNCTION with_text(b integer, OUT a integer, OUT c text) LANGUAGE sql BEGIN ATOMIC
  SELECT b, 'x';
END;
CREATE FUNCTION next_of(OUT a integer, b integer) LANGUAGE sql BEGIN ATOMIC
  SELECT a + 2;
END;
CREATE DOMAIN short AS varchar(5);
CREATE TABLE sizes (s short, p pair, n numeric(10,2), c char(3), m mood[]);
CREATE FUNCTION sized() RETURNS void LANGUAGE sql BEGIN ATOMIC
  INSERT INTO sizes VALUES ('ab', ROW(1, 'x'), 1, 'x', '{sad,ok}'), (NULL, (2, 'y'), 1.5, 'y', ARRAY['sad']::mood[]);
  UPDATE sizes SET (s, c) = (SELECT 'z', 'y'), p = ROW(3, NULL), n = n + 1 WHERE m = '{ok}';
END;
