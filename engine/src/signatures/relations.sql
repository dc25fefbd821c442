-- The columns of the relations of pg_catalog and information_schema; class SystemRelations reads them. On each server
-- supported, oldest first, where what a server says is left out if the one before says the same:
--   for v in 12 13 14 15 16 17 18; do
--     psql -XAtq -p $PORT_OF_$v -d postgres -f engine/src/signatures/relations.sql | sed "s/^/$v /"
--   done | awk '{ k = $2 " " $3; l = $0; sub(/^[0-9]+ /, "", l); if (seen[k] != l) { seen[k] = l; print } }' \
--     > engine/src/main/resources/dev/drift/engine/canon/typing/relations.txt
--
-- r schema.name column=type …     a relation
-- d name type                     a domain of information_schema
SET client_encoding = 'UTF8';
SELECT 'r ' || n.nspname || '.' || c.relname || ' ' ||
       string_agg(a.attname || '=' ||
         CASE WHEN t.typtype = 'd' THEN t.typname
              ELSE replace(replace(format_type(a.atttypid, a.atttypmod), 'pg_catalog.', ''), ' ', '+') END, ' ' ORDER BY a.attnum)
FROM pg_class c
JOIN pg_namespace n ON n.oid = c.relnamespace
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
JOIN pg_type t ON t.oid = a.atttypid
WHERE n.nspname IN ('pg_catalog', 'information_schema') AND c.relkind IN ('r', 'v') AND c.oid < 16384
GROUP BY n.nspname, c.relname
ORDER BY n.nspname, c.relname COLLATE "C";
SELECT 'd ' || t.typname || ' ' || replace(format_type(t.typbasetype, t.typtypmod), ' ', '+')
FROM pg_type t
WHERE t.typnamespace = 'information_schema'::regnamespace AND t.typtype = 'd'
ORDER BY t.typname;
