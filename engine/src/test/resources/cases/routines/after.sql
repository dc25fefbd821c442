CREATE FUNCTION one(a integer) RETURNS integer LANGUAGE sql STABLE STRICT SET search_path = public, pg_temp AS 'SELECT 11';
CREATE FUNCTION two(first integer, b integer DEFAULT 3) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 2';
CREATE FUNCTION three() RETURNS TABLE (x integer, y text) LANGUAGE plpgsql AS $body$ BEGIN RETURN QUERY SELECT 1, '$$ $drift$'; END $body$;
CREATE FUNCTION fresh(VARIADIC a text[]) RETURNS SETOF text LANGUAGE sql ROWS 10 AS 'SELECT unnest(a)';
CREATE FUNCTION settings(extra json, more json[]) RETURNS json LANGUAGE sql AS 'SELECT extra';
CREATE PROCEDURE act(INOUT n integer) LANGUAGE plpgsql AS $$ BEGIN n := 2; END $$;
CREATE TABLE t (a integer DEFAULT one(1), b integer CHECK (two(b) > 1));
CREATE INDEX t_two ON t (two(a));
CREATE VIEW v AS SELECT two(a) AS two FROM t;
