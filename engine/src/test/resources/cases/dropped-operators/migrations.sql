CREATE FUNCTION same(integer, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1::text = $2';
CREATE FUNCTION same(text, text) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 = $2';
CREATE OPERATOR === (LEFTARG = integer, RIGHTARG = text, FUNCTION = same);
CREATE OPERATOR === (LEFTARG = text, RIGHTARG = text, FUNCTION = same);
CREATE COLLATION bytes FROM "C";
CREATE COLLATION num (provider = icu, locale = 'en-u-kn-true');
CREATE TABLE part (
  id integer PRIMARY KEY,
  name text COLLATE bytes,
  even boolean GENERATED ALWAYS AS (id === name) STORED,
  twice boolean DEFAULT 1 === '1',
  once boolean DEFAULT 'a' === 'b',
  CONSTRAINT by_number CHECK (NOT (id === 'a')),
  CONSTRAINT by_name CHECK (name === 'b'),
  CONSTRAINT after CHECK (id::text > 'a' COLLATE num)
);
CREATE INDEX part_number ON part (id) WHERE id === 'r';
CREATE INDEX part_name ON part (id) WHERE name === 'r';
CREATE INDEX part_collated ON part ((id::text) COLLATE num);
CREATE VIEW parts AS SELECT id === name AS one FROM part;
CREATE VIEW named AS SELECT name === 'a' AS one FROM part;
CREATE VIEW sorted AS SELECT id::text COLLATE num AS t FROM part;
CREATE DOMAIN code AS text CHECK (value === 'x') CHECK (value > 'a' COLLATE num) DEFAULT 'a' COLLATE num;
CREATE TABLE ranged (id integer, t text) PARTITION BY RANGE ((t || 'a') COLLATE num);
DROP OPERATOR === (integer, text) CASCADE;
DROP COLLATION num CASCADE;
