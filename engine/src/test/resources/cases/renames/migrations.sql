CREATE SCHEMA shop;
CREATE TYPE mood AS ENUM ('glad', 'sad');
CREATE FUNCTION double(n integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT n * 2';
CREATE TABLE people (
  id serial PRIMARY KEY,
  first text NOT NULL CHECK (first <> ''),
  feeling mood DEFAULT 'glad',
  n integer DEFAULT double(2),
  twice integer GENERATED ALWAYS AS (double(n)) STORED
);
CREATE TABLE orders (id integer PRIMARY KEY, person integer REFERENCES people (id), feeling mood[]);
CREATE INDEX people_first ON people (lower(first), n) WHERE first <> 'x';
CREATE VIEW names AS SELECT id, first FROM people WHERE n > 0;
CREATE VIEW more_names AS SELECT id FROM names;
COMMENT ON COLUMN people.first IS 'first name';
COMMENT ON TABLE people IS 'people';
ALTER TABLE people ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON people USING (first = current_user);
ALTER TABLE people RENAME COLUMN first TO first_name;
ALTER TABLE people RENAME TO persons;
ALTER TABLE persons SET SCHEMA shop;
ALTER TYPE mood RENAME TO feelings;
ALTER FUNCTION double(integer) RENAME TO twofold;
ALTER SEQUENCE shop.people_id_seq RENAME TO persons_ids;
ALTER INDEX shop.people_first RENAME TO persons_first;
ALTER TABLE shop.persons RENAME CONSTRAINT people_pkey TO persons_pkey;
ALTER SCHEMA shop RENAME TO store;
ALTER TABLE orders RENAME COLUMN person TO buyer;
