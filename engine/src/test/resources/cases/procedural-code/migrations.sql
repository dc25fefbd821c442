-- Code that asks the catalogs, loops over what it finds and runs commands made of it.
CREATE SCHEMA stock;
CREATE TYPE unit AS ENUM ('piece', 'box');
CREATE TABLE stock.item (id integer PRIMARY KEY, kind unit, count_small integer);
CREATE TABLE stock.shelf (id integer PRIMARY KEY, count_small integer);
CREATE TABLE note (id integer);

-- System catalogs, schemas and functions by name.
DO $$
BEGIN
  IF 'pg_type'::regclass = 'pg_catalog.pg_type'::regclass
     AND to_regclass('pg_catalog.pg_depend') IS NOT NULL
     AND 'pg_catalog'::regnamespace <> 'stock'::regnamespace THEN
    ALTER TYPE unit SET SCHEMA stock;
  END IF;
END $$;

-- UNION, VALUES, a query in parentheses.
DO $$
DECLARE r record; t text;
BEGIN
  FOR r IN SELECT table_schema AS s, table_name AS n FROM information_schema.tables
           WHERE table_schema = 'stock' AND table_type = 'BASE TABLE'
           UNION SELECT 'public', 'note' LOOP
    EXECUTE format('ALTER TABLE %I.%I ADD COLUMN made_at timestamptz', r.s, r.n);
  END LOOP;
  FOR t IN VALUES ('stock.item'), ('stock.shelf') LOOP
    EXECUTE format('COMMENT ON TABLE %s IS %L', t, 'counted');
  END LOOP;
  FOR r IN (SELECT table_name, column_name FROM information_schema.columns
            WHERE table_schema = 'stock' AND column_name LIKE '%\_small' ORDER BY 1) LOOP
    EXECUTE format('ALTER TABLE stock.%I ALTER COLUMN %I TYPE bigint', r.table_name, r.column_name);
  END LOOP;
END $$;

-- Arrays written as text, and their bounds.
DO $$
DECLARE
  names text[] := '{item,"shelf"}';
BEGIN
  FOR i IN array_lower(names, 1)..array_upper(names, 1) LOOP
    EXECUTE 'ALTER TABLE stock.' || names[i] || ' ADD COLUMN place_' || i || ' text';
  END LOOP;
  IF cardinality(names) = 2 THEN
    CREATE TABLE stock.two ();
  END IF;
END $$;

-- Functions that the session alone has.
CREATE FUNCTION pg_temp.add_owner(t regclass, who text DEFAULT 'nobody') RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE 'ALTER TABLE ' || t || ' ADD COLUMN owner text DEFAULT ' || quote_literal(who);
END $$;
SELECT pg_temp.add_owner('stock.item');
SELECT pg_temp.add_owner('note', 'me');
