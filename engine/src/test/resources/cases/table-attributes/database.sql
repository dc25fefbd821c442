CREATE TYPE pair AS (x integer, y text);
CREATE TABLE stored (
  a text,
  b text STORAGE PLAIN,
  c integer,
  d numeric STORAGE EXTERNAL,
  e text STORAGE MAIN,
  f varchar(10) COMPRESSION pglz,
  g text
) WITH (fillfactor = 60, toast.autovacuum_vacuum_threshold = 7);
ALTER TABLE stored ALTER b SET STATISTICS 10, ALTER a SET STATISTICS 7, ALTER c SET (n_distinct = 3), ALTER a SET (n_distinct = 4);
CREATE TABLE keyed (id integer, code integer NOT NULL, other integer, CONSTRAINT keyed_key PRIMARY KEY (id));
CREATE UNIQUE INDEX keyed_code ON keyed (code);
CREATE INDEX keyed_other ON keyed (other);
ALTER TABLE keyed REPLICA IDENTITY USING INDEX keyed_key;
ALTER TABLE keyed CLUSTER ON keyed_code;
CREATE TABLE keyed_full (id integer PRIMARY KEY);
ALTER TABLE keyed_full CLUSTER ON keyed_full_pkey;
CREATE TABLE keyed_nothing (id integer);
ALTER TABLE keyed_nothing REPLICA IDENTITY FULL;
CREATE TABLE typed (x integer PRIMARY KEY, y text);
CREATE TABLE later_typed (x integer, y text);
CREATE TABLE no_longer_typed OF pair;
CREATE TABLE mother (a integer, bb text, CONSTRAINT positive CHECK (a > 1));
CREATE TABLE father (c integer DEFAULT 1, CONSTRAINT small CHECK (c < 10));
CREATE TABLE ma (m integer);
CREATE TABLE pa (p integer);
CREATE TABLE child (own integer) INHERITS (pa, ma);
CREATE TABLE heir (own integer) INHERITS (mother, father);
CREATE TABLE adopted (a integer, b text, x integer);
CREATE TABLE orphan () INHERITS (father);
CREATE TABLE log (at date NOT NULL, what text) PARTITION BY RANGE (at);
CREATE TABLE log_1 PARTITION OF log FOR VALUES FROM ('2020-01-01') TO ('2020-06-01');
CREATE TABLE log_2 (what text, at date NOT NULL);
CREATE TABLE log_3 PARTITION OF log DEFAULT;
CREATE TABLE quick (id serial PRIMARY KEY, at timestamptz);
CREATE UNLOGGED TABLE slow (id serial PRIMARY KEY);
CREATE VIEW guarded WITH (security_invoker = off) AS SELECT a FROM mother WHERE a > 1 WITH LOCAL CHECK OPTION;
CREATE VIEW plain AS SELECT a FROM mother;
CREATE SCHEMA made
  CREATE TABLE t (id integer PRIMARY KEY);
CREATE TABLE numbered (n integer, u integer, CONSTRAINT one UNIQUE (u));
CREATE TABLE system (a integer);
CREATE TABLE usual (id integer);
