SELECT version() AS version,
       current_database()::text AS database,
       current_setting('server_encoding') AS encoding,
       current_setting('search_path') AS search_path,
       current_setting('TimeZone') AS time_zone,
       'pg_database_owner' AS owner_of_public, -- from 15
       pg_get_userbyid(10)::text AS owner_of_public, -- to 14
       pg_get_userbyid(
         CASE WHEN EXISTS (SELECT FROM pg_class c
                            WHERE c.oid >= 16384 AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f') AND c.relowner = me.oid
                              AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e'))
                OR EXISTS (SELECT FROM pg_namespace n WHERE n.oid >= 16384 AND n.nspname !~ '^pg_' AND n.nspowner = me.oid)
              THEN me.oid
              ELSE coalesce((SELECT c.relowner
                               FROM pg_class c
                              WHERE c.oid >= 16384 AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f')
                              GROUP BY c.relowner
                              ORDER BY count(*) DESC, c.relowner
                              LIMIT 1),
                            me.oid)
         END)::text AS owner,
       array(SELECT r.rolname::text FROM pg_roles r) AS roles,
       array(SELECT r.rolname::text FROM pg_roles r WHERE r.rolsuper) AS superusers
  FROM (SELECT r.oid FROM pg_roles r WHERE r.rolname = current_user) me
