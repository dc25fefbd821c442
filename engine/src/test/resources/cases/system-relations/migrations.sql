CREATE VIEW sizes AS
SELECT n.nspname, relname, pg_total_relation_size(c.oid) AS size, relkind = 'r' AS is_table
FROM pg_class c JOIN pg_namespace n ON relnamespace = n.oid
WHERE nspname NOT IN ('pg_catalog', 'information_schema') AND relkind IN ('r', 'm') AND c.relname <> 'a';

CREATE VIEW described AS
SELECT table_schema, table_name, column_name, data_type || coalesce('(' || character_maximum_length || ')', '') AS type,
       is_nullable = 'YES' AS nullable, ordinal_position + 1 AS behind
FROM information_schema.columns WHERE table_schema = 'public' AND column_name LIKE 'a%';

CREATE VIEW everything AS SELECT * FROM pg_namespace;
CREATE VIEW keys AS
SELECT conname, contype::text, conrelid::regclass AS of, a.attname
FROM pg_constraint
JOIN pg_attribute a ON attrelid = conrelid AND attnum = ANY (conkey)
LEFT JOIN LATERAL (SELECT indisvalid FROM pg_index WHERE indexrelid = conindid) i ON true;
CREATE VIEW activity AS SELECT usename, state, count(*) FROM pg_stat_activity GROUP BY usename, state;
CREATE MATERIALIZED VIEW tables AS SELECT * FROM information_schema.schemata JOIN pg_roles ON rolname = schema_owner;

CREATE FUNCTION describe(c pg_class) RETURNS text LANGUAGE sql AS 'SELECT $1.relname::text';
CREATE FUNCTION pg_catalog.in_the_system(integer) RETURNS integer LANGUAGE sql AS 'SELECT $1';
CREATE TABLE t (id integer PRIMARY KEY, only_one boolean, wide varchar(10));
CREATE UNIQUE INDEX one_row ON t ((true));
