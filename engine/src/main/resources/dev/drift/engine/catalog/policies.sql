SELECT p.oid,
       p.polrelid AS relation,
       p.polname::text AS name,
       p.polpermissive AS permissive,
       p.polcmd::text AS command,
       array(SELECT CASE r WHEN 0 THEN 'public' ELSE pg_get_userbyid(r)::text END FROM unnest(p.polroles) r) AS roles,
       pg_get_expr(p.polqual, p.polrelid) AS using_expression,
       pg_get_expr(p.polwithcheck, p.polrelid) AS check_expression
  FROM pg_policy p
 WHERE p.polrelid >= 16384
