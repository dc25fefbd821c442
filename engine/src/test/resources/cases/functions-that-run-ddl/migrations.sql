CREATE TABLE language (code text);
CREATE TABLE t (id integer, kind text);
CREATE VIEW shown AS SELECT * FROM t;

CREATE FUNCTION add_column(name text) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE 'ALTER TABLE t ADD COLUMN ' || quote_ident(name) || ' text';
  RETURN true;
END $$;
SELECT * FROM add_column('from_item');
SELECT add_column('output');
CREATE FUNCTION prefixed(text) RETURNS text LANGUAGE sql AS $$ SELECT 'p_' || $1; $$;
SELECT add_column(prefixed('of_sql'));

GRANT SELECT ON language TO PUBLIC;

CREATE RULE into_t AS ON INSERT TO shown WHERE kind = 'a' AND new.id > 0 DO INSTEAD INSERT INTO t (id) VALUES (new.id);
CREATE RULE not_gone AS ON DELETE TO t WHERE kind = 'kept' DO INSTEAD NOTHING;
CREATE RULE rest AS ON INSERT TO shown DO INSTEAD NOTHING;
