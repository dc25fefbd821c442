CREATE TABLE users (id integer PRIMARY KEY, email text, deleted_at timestamp, tenant integer);
CREATE TABLE teams (id integer PRIMARY KEY, deleted_at timestamp);
CREATE TABLE plain (id integer);
CREATE VIEW live AS SELECT id, email FROM users WHERE deleted_at IS NULL;
DO $$
DECLARE
  r record;
  n integer;
BEGIN
  FOR r IN
    SELECT table_schema AS s, table_name AS t, count(*) AS c
    FROM information_schema.columns
    WHERE column_name IN ('deleted_at', 'tenant') AND table_schema = 'public'
    GROUP BY 1, t
    HAVING count(*) FILTER (WHERE column_name = 'deleted_at') > 0
    ORDER BY 2 DESC
  LOOP
    EXECUTE format('CREATE INDEX %I ON %I.%I (deleted_at)', r.t || '_live_' || r.c, r.s, r.t);
  END LOOP;
  SELECT count(DISTINCT table_name) INTO n FROM information_schema.columns WHERE table_name IN ('users', 'teams');
  EXECUTE format('CREATE TABLE of_%s (id integer)', n);
  SELECT max(length(tablename)) INTO n FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'of_2';
  EXECUTE format('CREATE TABLE longest_%s (id integer)', n);
END $$;
-- A view that is out of the way for a while.
DO $$
DECLARE
  definition text := pg_get_viewdef('live'::regclass, true);
BEGIN
  DROP VIEW live;
  ALTER TABLE users ALTER COLUMN email TYPE varchar(320);
  EXECUTE 'CREATE VIEW live AS ' || definition;
END $$;
CREATE FUNCTION twice(n integer, m integer DEFAULT 2) RETURNS integer LANGUAGE sql AS 'SELECT n * m';
DO $$
BEGIN
  PERFORM FROM pg_proc WHERE proname = 'twice' AND pg_get_function_arguments(oid) = 'n integer, m integer DEFAULT 2';
  IF FOUND THEN
    DROP FUNCTION twice(integer, integer);
  END IF;
END $$;
