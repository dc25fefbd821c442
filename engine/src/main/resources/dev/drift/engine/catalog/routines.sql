SELECT p.oid,
       p.pronamespace AS schema,
       p.proname::text AS name,
       p.prokind::text AS kind,
       l.lanname::text AS language,
       array(SELECT format_type(a.type, NULL)
               FROM unnest(coalesce(p.proallargtypes, p.proargtypes::oid[])) WITH ORDINALITY AS a(type, place)
              ORDER BY a.place) AS types,
       p.proargmodes::text[] AS modes,
       p.proargnames AS names,
       pg_get_expr(p.proargdefaults, 0) AS defaults,
       format_type(p.prorettype, NULL) AS returns,
       p.proretset AS returns_set,
       p.prosrc AS source,
       p.probin AS library,
       pg_get_function_sqlbody(p.oid) AS standard_body, -- from 14
       NULL AS standard_body, -- to 13
       CASE WHEN p.prosqlbody IS NULL THEN '{}' ELSE array(SELECT DISTINCT d.refobjid::text FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.refclassid = 'pg_class'::regclass) END AS relations, -- from 14
       NULL AS relations, -- to 13
       CASE WHEN p.prosqlbody IS NULL THEN '{}' ELSE array(SELECT DISTINCT d.refobjid::text FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.refclassid = 'pg_proc'::regclass) END AS routines, -- from 14
       NULL AS routines, -- to 13
       p.provolatile::text AS volatility,
       p.proisstrict AS strict,
       p.prosecdef AS security_definer,
       p.proleakproof AS leakproof,
       p.proparallel::text AS parallel,
       p.procost::text::float8 AS cost,
       p.prorows::text::float8 AS rows,
       u.proname::text AS support,
       CASE WHEN v.objid IS NULL THEN un.nspname::text ELSE '' END AS support_schema,
       p.proconfig AS settings
  FROM pg_proc p
  JOIN pg_language l ON l.oid = p.prolang
  LEFT JOIN pg_depend e ON e.classid = 'pg_proc'::regclass AND e.objid = p.oid AND e.deptype IN ('e', 'i')
  LEFT JOIN pg_proc u ON p.prosupport <> 0 AND u.oid = p.prosupport
  LEFT JOIN pg_namespace un ON un.oid = u.pronamespace
  LEFT JOIN pg_depend v ON v.classid = 'pg_proc'::regclass AND v.objid = u.oid AND v.deptype = 'e'
 WHERE p.oid >= 16384
   AND p.prokind <> 'a'
   AND (e.objid IS NULL OR e.deptype = 'i' AND l.lanname = 'internal' AND p.prosrc LIKE '%range\_constructor_'
        AND NOT (p.provolatile = 'i' AND p.proparallel = 's' AND p.procost = 1 AND p.proconfig IS NULL AND NOT p.prosecdef AND NOT p.proleakproof AND p.proisstrict = (p.prosrc LIKE 'multi%'))
        AND NOT EXISTS (SELECT FROM pg_depend m WHERE m.classid = 'pg_proc'::regclass AND m.objid = p.oid AND m.deptype = 'e'))
