CREATE FUNCTION one(a integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE FUNCTION two(a integer, b integer DEFAULT 2) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 2';
CREATE FUNCTION three() RETURNS TABLE (x integer) LANGUAGE sql AS 'SELECT 3';
CREATE FUNCTION gone(text) RETURNS text LANGUAGE sql AS 'SELECT $1';
CREATE PROCEDURE act(INOUT n integer) LANGUAGE plpgsql AS $$ BEGIN n := 1; END $$;
CREATE TABLE t (a integer DEFAULT one(1), b integer CHECK (two(b) > 1));
CREATE INDEX t_two ON t (two(a));
CREATE VIEW v AS SELECT two(a) AS two FROM t;
