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

CREATE FUNCTION own_role(text) RETURNS text LANGUAGE sql AS $$ SELECT current_database() || '_' || $1 $$;
CREATE FUNCTION make_role(text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE 'DROP ROLE IF EXISTS ' || quote_ident(own_role($1));
  EXECUTE 'CREATE ROLE ' || quote_ident(own_role($1));
END $$;
CREATE FUNCTION allow(what text, kind text, role text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE 'GRANT ' || what || ' ON ' || quote_ident(kind) || ' TO ' || quote_ident(own_role(role));
END $$;
SELECT make_role('reader');
SELECT make_role('writer');
SELECT allow('SELECT', 't', 'reader');
SELECT allow('SELECT', 'language', 'reader');
SELECT allow('INSERT', 'language', 'writer');
SELECT allow('ALL', 't', 'writer');

CREATE RULE into_t AS ON INSERT TO shown WHERE kind = 'a' AND new.id > 0 DO INSTEAD INSERT INTO t (id) VALUES (new.id);
CREATE RULE not_gone AS ON DELETE TO t WHERE kind = 'kept' DO INSTEAD NOTHING;
CREATE RULE rest AS ON INSERT TO shown DO INSTEAD NOTHING;
