SELECT m.srvname::text AS server,
       m.usename::text AS role,
       m.umoptions AS options
  FROM pg_user_mappings m
