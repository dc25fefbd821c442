SELECT o.oid,
       n.nspname::text AS schema,
       o.collname::text AS name,
       e.objid IS NOT NULL AS member
  FROM pg_collation o
  JOIN pg_namespace n ON n.oid = o.collnamespace
  LEFT JOIN pg_depend e ON e.classid = 'pg_collation'::regclass AND e.objid = o.oid AND e.deptype = 'e'
 WHERE o.oid = 100 -- the database's default
    OR o.oid IN (SELECT a.attcollation FROM pg_attribute a WHERE a.attrelid >= 16384 AND a.attcollation > 100)
    OR o.oid IN (SELECT t.typcollation FROM pg_type t WHERE t.oid >= 16384 AND t.typcollation > 100)
