CREATE TYPE pair AS (a integer, b text);
CREATE UNLOGGED TABLE fast (id bigserial PRIMARY KEY, note text) WITH (fillfactor = 70, autovacuum_enabled = off);
CREATE TABLE typed OF pair (PRIMARY KEY (a), b WITH OPTIONS DEFAULT 'x' NOT NULL);
CREATE TABLE computed (
  price numeric(10, 2) NOT NULL DEFAULT 0,
  amount integer NOT NULL DEFAULT 1,
  total numeric GENERATED ALWAYS AS (price * amount) STORED,
  code char(3) COLLATE "C" DEFAULT 'eur',
  tags text[] NOT NULL DEFAULT '{}',
  at timestamptz DEFAULT now(),
  nothing varchar(10) DEFAULT NULL,
  state text DEFAULT CASE WHEN random() > 0.5 THEN 'a' ELSE 'b' END NOT NULL
);
CREATE TABLE parent (id integer PRIMARY KEY, name text NOT NULL DEFAULT 'p', CHECK (id > 0));
CREATE TABLE child (extra integer, name text DEFAULT 'c') INHERITS (parent);
ALTER TABLE parent ADD COLUMN born date, ALTER COLUMN name TYPE varchar(100), ADD CHECK (name <> '');
ALTER TABLE parent RENAME COLUMN born TO birthday;
ALTER TABLE parent DROP COLUMN birthday;
CREATE TABLE original (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  name text DEFAULT 'n' CHECK (name <> ''),
  twice integer GENERATED ALWAYS AS (2) STORED,
  UNIQUE (name, twice)
);
CREATE INDEX original_by_name ON original (lower(name)) WHERE name IS NOT NULL;
COMMENT ON COLUMN original.name IS 'its name';
CREATE TABLE bare (LIKE original);
CREATE TABLE full_copy (before integer, LIKE original INCLUDING ALL, after integer);
CREATE TABLE some_copy (LIKE original INCLUDING ALL EXCLUDING INDEXES EXCLUDING COMMENTS);
CREATE TABLE IF NOT EXISTS bare (other integer);
CREATE TABLE selected AS SELECT id, name FROM original WITH NO DATA;
CREATE TEMPORARY TABLE gone (id integer PRIMARY KEY);
CREATE INDEX gone_index ON gone (id);
ALTER TABLE gone ADD COLUMN more text;
DROP TABLE gone;

-- A check that waits for its validation holds of a copy, which has no rows.
CREATE TABLE waiting (n integer);
ALTER TABLE waiting ADD CHECK (n > 0) NOT VALID;
CREATE TABLE not_waiting (LIKE waiting INCLUDING CONSTRAINTS);

CREATE TABLE excluding (n integer, EXCLUDE USING btree (n WITH =) INCLUDE (n));
CREATE TABLE excluding_too (LIKE excluding INCLUDING ALL);

-- Without its index a table is not clustered, and has no replica identity.
CREATE TABLE marked (a integer NOT NULL UNIQUE, b integer NOT NULL);
CREATE UNIQUE INDEX marked_b ON marked (b);
ALTER TABLE marked REPLICA IDENTITY USING INDEX marked_b;
ALTER TABLE marked CLUSTER ON marked_a_key;
ALTER TABLE marked DROP CONSTRAINT marked_a_key;
ALTER TABLE marked DROP COLUMN b;

-- A check that is dropped from the parent only is the heirs' own.
CREATE TABLE parent_only (n integer CONSTRAINT positive CHECK (n > 0), CONSTRAINT small CHECK (n < 9));
CREATE TABLE heir_only () INHERITS (parent_only);
CREATE TABLE heir_of_heir () INHERITS (heir_only);
ALTER TABLE ONLY parent_only DROP CONSTRAINT positive;
ALTER TABLE parent_only DROP CONSTRAINT small;
