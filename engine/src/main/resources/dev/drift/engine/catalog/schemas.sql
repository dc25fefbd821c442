SELECT n.oid,
       n.nspname::text AS name,
       e.objid IS NOT NULL AS member
  FROM pg_namespace n
  LEFT JOIN pg_depend e ON e.classid = 'pg_namespace'::regclass AND e.objid = n.oid AND e.deptype = 'e'
 WHERE n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
