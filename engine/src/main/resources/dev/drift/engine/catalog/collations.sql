SELECT o.oid,
       o.collnamespace AS schema_oid,
       n.nspname::text AS schema,
       o.collname::text AS name,
       e.objid IS NOT NULL AS member,
       o.collprovider::text AS provider,
       CASE WHEN o.collprovider = 'c' THEN o.collcollate::text END AS collate,
       CASE WHEN o.collprovider = 'c' THEN o.collctype::text END AS ctype,
       coalesce(to_jsonb(o) ->> 'colllocale',
                to_jsonb(o) ->> 'colliculocale',
                CASE WHEN o.collprovider = 'i' THEN o.collcollate::text END) AS locale,
       to_jsonb(o) ->> 'collicurules' AS rules,
       o.collisdeterministic AS deterministic,
       o.collprovider = 'c' AND o.collencoding = -1 AS any_encoding
  FROM pg_collation o
  JOIN pg_namespace n ON n.oid = o.collnamespace
  LEFT JOIN pg_depend e ON e.classid = 'pg_collation'::regclass AND e.objid = o.oid AND e.deptype = 'e'
 WHERE o.oid = 100 -- the database's default
    OR o.oid >= 16384
    OR o.oid IN (SELECT a.attcollation FROM pg_attribute a WHERE a.attrelid >= 16384 AND a.attcollation > 100)
    OR o.oid IN (SELECT t.typcollation FROM pg_type t WHERE t.oid >= 16384 AND t.typcollation > 100)
    OR o.oid IN (SELECT r.rngcollation FROM pg_range r WHERE r.rngtypid >= 16384 AND r.rngcollation > 100)
