SELECT DISTINCT d.classid::regclass::text AS catalog,
       d.objid AS oid,
       e.extname::text AS extension
  FROM pg_depend d
  JOIN pg_extension e ON d.refclassid = 'pg_extension'::regclass AND e.oid = d.refobjid
 WHERE d.deptype = 'x'
