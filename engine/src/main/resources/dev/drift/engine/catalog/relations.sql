SELECT c.oid,
       c.relnamespace AS schema,
       c.relname::text AS name,
       c.relkind::text AS kind,
       e.objid IS NOT NULL AS member
  FROM pg_class c
  LEFT JOIN pg_depend e
    ON e.deptype = 'e'
   AND e.classid = CASE c.relkind WHEN 'c' THEN 'pg_type'::regclass ELSE 'pg_class'::regclass END
   AND e.objid = CASE c.relkind WHEN 'c' THEN c.reltype ELSE c.oid END
 WHERE c.oid >= 16384
   AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S', 'c')
   AND c.relpersistence <> 't'
