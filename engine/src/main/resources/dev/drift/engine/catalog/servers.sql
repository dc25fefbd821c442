SELECT s.oid,
       s.srvname::text AS name,
       w.fdwname::text AS wrapper,
       s.srvtype AS type,
       s.srvversion AS version,
       s.srvoptions AS options
  FROM pg_foreign_server s
  JOIN pg_foreign_data_wrapper w ON w.oid = s.srvfdw
 WHERE s.oid >= 16384
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_foreign_server'::regclass AND e.objid = s.oid AND e.deptype = 'e')
