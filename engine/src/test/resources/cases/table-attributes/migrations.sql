CREATE TYPE pair AS (x integer, y text);
CREATE TABLE stored (
  a text STORAGE EXTERNAL,
  b text,
  c integer,
  d numeric,
  e jsonb,
  f varchar(10),
  g text COMPRESSION pglz
);
ALTER TABLE stored ALTER b SET STORAGE MAIN, ALTER b SET STATISTICS 500, ALTER c SET STATISTICS 0, ALTER d SET STORAGE PLAIN;
ALTER TABLE stored ALTER e SET STORAGE PLAIN;
ALTER TABLE stored ALTER e TYPE text USING e::text;
ALTER TABLE stored ALTER c SET (n_distinct = -0.5, n_distinct_inherited = 10), ALTER a SET (n_distinct = 5);
ALTER TABLE stored ALTER a RESET (n_distinct);
ALTER TABLE stored SET (fillfactor = 70, toast.autovacuum_enabled = off, autovacuum_vacuum_scale_factor = 0.2, parallel_workers = 4);
ALTER TABLE stored RESET (parallel_workers);
CREATE TABLE keyed (id integer PRIMARY KEY, code integer NOT NULL, other integer);
CREATE UNIQUE INDEX keyed_code ON keyed (code);
CREATE INDEX keyed_other ON keyed (other);
ALTER TABLE keyed REPLICA IDENTITY USING INDEX keyed_code;
ALTER TABLE keyed CLUSTER ON keyed_other;
CREATE TABLE keyed_full (id integer PRIMARY KEY);
ALTER TABLE keyed_full REPLICA IDENTITY FULL;
ALTER TABLE keyed_full CLUSTER ON keyed_full_pkey;
ALTER TABLE keyed_full SET WITHOUT CLUSTER;
CREATE TABLE keyed_nothing (id integer);
ALTER TABLE keyed_nothing REPLICA IDENTITY NOTHING;
CREATE TABLE typed OF pair (x PRIMARY KEY, y DEFAULT 'none' NOT NULL);
CREATE TABLE later_typed (x integer, y text);
ALTER TABLE later_typed OF pair;
CREATE TABLE no_longer_typed OF pair;
ALTER TABLE no_longer_typed NOT OF;
CREATE TABLE mother (a integer, b text NOT NULL, CONSTRAINT positive CHECK (a > 0));
CREATE TABLE father (c integer DEFAULT 1, CONSTRAINT small CHECK (c < 10) NO INHERIT);
CREATE TABLE ma (m integer);
CREATE TABLE pa (p integer);
CREATE TABLE child (own integer) INHERITS (ma, pa);
CREATE TABLE heir (own integer) INHERITS (mother, father);
CREATE TABLE adopted (a integer, b text NOT NULL, x integer, CONSTRAINT positive CHECK (a > 0));
ALTER TABLE adopted INHERIT mother;
CREATE TABLE orphan () INHERITS (father);
ALTER TABLE orphan NO INHERIT father;
ALTER TABLE mother ADD COLUMN added date DEFAULT '2020-01-01';
ALTER TABLE mother ALTER a SET DEFAULT 7;
ALTER TABLE mother RENAME COLUMN b TO bb;
CREATE TABLE log (at date NOT NULL, what text) PARTITION BY RANGE (at);
CREATE TABLE log_1 PARTITION OF log FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
CREATE TABLE log_2 (what text, at date NOT NULL);
ALTER TABLE log ATTACH PARTITION log_2 FOR VALUES FROM ('2021-01-01') TO ('2022-01-01');
CREATE TABLE log_3 PARTITION OF log DEFAULT;
ALTER TABLE log DETACH PARTITION log_3;
CREATE UNLOGGED TABLE quick (id serial PRIMARY KEY, at timestamptz);
CREATE TABLE slow (id serial PRIMARY KEY);
ALTER TABLE slow SET UNLOGGED;
CREATE VIEW guarded WITH (security_barrier, security_invoker = on) AS SELECT a FROM mother WHERE a > 1 WITH CASCADED CHECK OPTION;
CREATE VIEW plain AS SELECT a FROM mother;
ALTER VIEW plain SET (security_barrier = true);
CREATE SCHEMA made
  CREATE TABLE t (id integer PRIMARY KEY)
  CREATE VIEW v AS SELECT id FROM t
  CREATE INDEX t_id ON t (id);
COMMENT ON INDEX keyed_pkey IS 'the index';
COMMENT ON CONSTRAINT keyed_pkey ON keyed IS 'the key';
ALTER TABLE keyed RENAME CONSTRAINT keyed_pkey TO keyed_key;
CREATE TABLE numbered (n integer, u integer, CONSTRAINT one UNIQUE NULLS NOT DISTINCT (u));
CREATE TABLE system (a information_schema.cardinal_number, b information_schema.sql_identifier);
SET default_table_access_method = heap;
CREATE TABLE usual (id integer) USING heap;
