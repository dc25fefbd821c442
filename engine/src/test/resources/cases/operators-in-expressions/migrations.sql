CREATE SCHEMA ops;
CREATE SCHEMA other;
CREATE FUNCTION same(integer, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1::text = $2';
CREATE FUNCTION same(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 = $2';
CREATE OPERATOR === (LEFTARG = integer, RIGHTARG = text, FUNCTION = same);
CREATE OPERATOR ops.=== (LEFTARG = text, RIGHTARG = text, FUNCTION = same);
SET search_path = public, ops;
CREATE DOMAIN code AS text CHECK (value === 'x');
CREATE TABLE part (
  id integer PRIMARY KEY,
  name text,
  kind text,
  even boolean GENERATED ALWAYS AS (id===name) STORED,
  twice boolean DEFAULT 1 === '1',
  CHECK (NOT (id === 'a') AND name===kind),
  CHECK (name OPERATOR(ops.===) ('a' || 'b')),
  CHECK (kind === ANY (ARRAY['a', 'b']))
);
CREATE INDEX part_name ON part (name) WHERE name === 'q' AND id === 'r';
CREATE VIEW parts AS
  SELECT id, name === kind AS one, id === name AS two, name FROM part WHERE EXISTS (SELECT FROM part o WHERE o.id === part.name);
CREATE POLICY named ON part USING (id === 'z' AND EXISTS (SELECT FROM parts p WHERE p.name === part.name));
CREATE FUNCTION pass() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
CREATE TRIGGER noted BEFORE UPDATE ON part FOR EACH ROW WHEN (new.id === old.name) EXECUTE FUNCTION pass();
CREATE RULE shown AS ON UPDATE TO parts WHERE old.id === new.name DO INSTEAD UPDATE part SET kind = 'k' WHERE name === new.name;
CREATE FUNCTION both_ways(i integer, q text) RETURNS boolean LANGUAGE sql BEGIN ATOMIC SELECT i === q AND q === 'a'; END;
RESET search_path;
ALTER OPERATOR === (integer, text) SET SCHEMA other;
ALTER OPERATOR ops.=== (text, text) SET SCHEMA public;
ALTER SCHEMA other RENAME TO another;
