SELECT c.oid,
       c.relnamespace AS schema,
       c.relname::text AS name,
       c.relkind::text AS kind,
       e.objid IS NOT NULL AS member
  FROM pg_class c
  LEFT JOIN pg_depend e ON e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e'
 WHERE c.oid >= 16384
   AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S', 'c')
   AND c.relpersistence <> 't'
