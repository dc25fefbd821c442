SELECT w.oid,
       w.fdwname::text AS name,
       h.proname::text AS handler,
       CASE WHEN hm.objid IS NULL THEN hn.nspname::text ELSE '' END AS handler_schema,
       v.proname::text AS validator,
       CASE WHEN vm.objid IS NULL THEN vn.nspname::text ELSE '' END AS validator_schema,
       w.fdwoptions AS options
  FROM pg_foreign_data_wrapper w
  LEFT JOIN pg_proc h ON h.oid = w.fdwhandler
  LEFT JOIN pg_namespace hn ON hn.oid = h.pronamespace
  LEFT JOIN pg_depend hm ON hm.classid = 'pg_proc'::regclass AND hm.objid = h.oid AND hm.deptype = 'e'
  LEFT JOIN pg_proc v ON v.oid = w.fdwvalidator
  LEFT JOIN pg_namespace vn ON vn.oid = v.pronamespace
  LEFT JOIN pg_depend vm ON vm.classid = 'pg_proc'::regclass AND vm.objid = v.oid AND vm.deptype = 'e'
 WHERE w.oid >= 16384
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_foreign_data_wrapper'::regclass AND e.objid = w.oid AND e.deptype = 'e')
