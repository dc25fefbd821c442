SELECT version() AS version,
       current_database()::text AS database,
       current_setting('server_encoding') AS encoding,
       current_setting('search_path') AS search_path,
       (SELECT pg_get_userbyid(n.nspowner)::text FROM pg_namespace n WHERE n.nspname = 'public') AS owner_of_public,
       coalesce((SELECT pg_get_userbyid(c.relowner)::text
                   FROM pg_class c
                  WHERE c.oid >= 16384 AND c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f')
                  GROUP BY c.relowner
                  ORDER BY pg_get_userbyid(c.relowner) <> current_user, count(*) DESC, c.relowner
                  LIMIT 1),
                current_user::text) AS owner,
       array(SELECT r.rolname::text FROM pg_roles r) AS roles,
       array(SELECT r.rolname::text FROM pg_roles r WHERE r.rolsuper) AS superusers
