SELECT pg_get_userbyid(d.defaclrole)::text AS role,
       coalesce(n.nspname::text, '') AS schema,
       d.defaclobjtype::text AS objects,
       d.defaclacl::text[] AS acl
  FROM pg_default_acl d
  LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace
