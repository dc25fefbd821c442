SELECT x.oid,
       x.extname::text AS name,
       n.nspname::text AS schema
  FROM pg_extension x
  JOIN pg_namespace n ON n.oid = x.extnamespace
 WHERE x.extname <> 'plpgsql'
