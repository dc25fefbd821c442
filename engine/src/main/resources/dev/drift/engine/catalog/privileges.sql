WITH main AS (
  SELECT CASE WHEN EXISTS (SELECT FROM pg_class c
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
         END AS owner
    FROM (SELECT r.oid FROM pg_roles r WHERE r.rolname = current_user) me),
found AS (
  SELECT 'pg_class'::regclass AS catalog, c.oid, 0 AS number, c.relkind::text AS kind, c.relname::text AS name, c.relowner AS owner, c.relacl AS acl
    FROM pg_class c
   WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f')
     AND (c.oid >= 16384 OR c.relnamespace = 'pg_catalog'::regnamespace)
     AND (c.relacl IS NOT NULL OR c.oid >= 16384 AND c.relowner <> (SELECT owner FROM main))
  UNION ALL
  SELECT 'pg_class'::regclass, a.attrelid, a.attnum, '', a.attname::text, c.relowner, a.attacl
    FROM pg_attribute a
    JOIN pg_class c ON c.oid = a.attrelid
   WHERE a.attrelid >= 16384 AND a.attacl IS NOT NULL AND NOT a.attisdropped
  UNION ALL
  SELECT 'pg_proc'::regclass, p.oid, 0, '', p.proname || '(' || oidvectortypes(p.proargtypes) || ')', p.proowner, p.proacl
    FROM pg_proc p
   WHERE p.proacl IS NOT NULL OR p.oid >= 16384 AND p.proowner <> (SELECT owner FROM main)
  UNION ALL
  SELECT 'pg_type'::regclass, t.oid, 0, '', t.typname::text, t.typowner, t.typacl
    FROM pg_type t
   WHERE t.typacl IS NOT NULL
      OR t.oid >= 16384 AND t.typowner <> (SELECT owner FROM main) AND NOT (t.typtype = 'b' AND t.typcategory = 'A')
         AND NOT EXISTS (SELECT FROM pg_class c WHERE c.oid = t.typrelid AND c.relkind <> 'c')
  UNION ALL
  SELECT 'pg_namespace'::regclass, n.oid, 0, '', n.nspname::text, n.nspowner, n.nspacl
    FROM pg_namespace n
   WHERE n.nspacl IS NOT NULL AND n.nspname <> 'information_schema' OR n.nspname = 'public' OR n.oid >= 16384 AND n.nspowner <> (SELECT owner FROM main)
  UNION ALL
  SELECT 'pg_language'::regclass, l.oid, 0, '', l.lanname::text, l.lanowner, l.lanacl
    FROM pg_language l
   WHERE l.lanacl IS NOT NULL OR l.oid >= 16384 AND l.lanowner <> (SELECT owner FROM main)
  UNION ALL
  SELECT 'pg_foreign_data_wrapper'::regclass, w.oid, 0, '', w.fdwname::text, w.fdwowner, w.fdwacl
    FROM pg_foreign_data_wrapper w
   WHERE w.fdwacl IS NOT NULL OR w.oid >= 16384 AND w.fdwowner <> (SELECT owner FROM main)
  UNION ALL
  SELECT 'pg_foreign_server'::regclass, s.oid, 0, '', s.srvname::text, s.srvowner, s.srvacl
    FROM pg_foreign_server s
   WHERE s.srvacl IS NOT NULL OR s.srvowner <> (SELECT owner FROM main)
  UNION ALL
  SELECT 'pg_operator'::regclass, o.oid, 0, '', '', o.oprowner, NULL FROM pg_operator o WHERE o.oid >= 16384 AND o.oprowner <> (SELECT owner FROM main)
  UNION ALL
  SELECT 'pg_opclass'::regclass, o.oid, 0, '', '', o.opcowner, NULL FROM pg_opclass o WHERE o.oid >= 16384 AND o.opcowner <> (SELECT owner FROM main)
  UNION ALL
  SELECT 'pg_opfamily'::regclass, o.oid, 0, '', '', o.opfowner, NULL FROM pg_opfamily o WHERE o.oid >= 16384 AND o.opfowner <> (SELECT owner FROM main)
  UNION ALL
  SELECT 'pg_collation'::regclass, o.oid, 0, '', '', o.collowner, NULL FROM pg_collation o WHERE o.oid >= 16384 AND o.collowner <> (SELECT owner FROM main)
  UNION ALL
  SELECT 'pg_conversion'::regclass, o.oid, 0, '', '', o.conowner, NULL FROM pg_conversion o WHERE o.oid >= 16384 AND o.conowner <> (SELECT owner FROM main)
  UNION ALL
  SELECT 'pg_ts_dict'::regclass, o.oid, 0, '', '', o.dictowner, NULL FROM pg_ts_dict o WHERE o.oid >= 16384 AND o.dictowner <> (SELECT owner FROM main)
  UNION ALL
  SELECT 'pg_ts_config'::regclass, o.oid, 0, '', '', o.cfgowner, NULL FROM pg_ts_config o WHERE o.oid >= 16384 AND o.cfgowner <> (SELECT owner FROM main)
  UNION ALL
  SELECT 'pg_statistic_ext'::regclass, o.oid, 0, '', '', o.stxowner, NULL FROM pg_statistic_ext o WHERE o.oid >= 16384 AND o.stxowner <> (SELECT owner FROM main)
  UNION ALL
  SELECT 'pg_event_trigger'::regclass, o.oid, 0, '', '', o.evtowner, NULL FROM pg_event_trigger o WHERE o.oid >= 16384 AND o.evtowner <> (SELECT owner FROM main)
  UNION ALL
  SELECT 'pg_publication'::regclass, o.oid, 0, '', '', o.pubowner, NULL FROM pg_publication o WHERE o.oid >= 16384 AND o.pubowner <> (SELECT owner FROM main)
  UNION ALL -- not everyone may read the catalog's oid before PostgreSQL 14
  SELECT 'pg_subscription'::regclass, o.objid, 0, '', '', o.refobjid, NULL
    FROM pg_shdepend o
   WHERE o.classid = 'pg_subscription'::regclass AND o.deptype = 'o' AND o.refobjid <> (SELECT owner FROM main))
SELECT f.catalog::text AS catalog,
       f.oid,
       f.number,
       f.kind,
       f.name,
       pg_get_userbyid(f.owner)::text AS owner,
       f.owner <> (SELECT owner FROM main)
         AND NOT (f.kind = 'S' AND EXISTS (SELECT FROM pg_depend e WHERE e.classid = f.catalog AND e.objid = f.oid AND e.deptype = 'i')) AS owned,
       f.owner = 10 AS bootstrap,
       f.acl::text[] AS acl,
       i.initprivs::text[] AS initial,
       f.oid < 16384 OR EXISTS (SELECT FROM pg_depend e WHERE e.classid = f.catalog AND e.objid = f.oid AND e.deptype = 'e') AS member,
       current_setting('server_version_num')::int / 10000 AS major
  FROM found f
  LEFT JOIN pg_init_privs i ON i.classoid = f.catalog AND i.objoid = f.oid AND i.objsubid = f.number
 WHERE f.oid >= 16384 OR f.acl IS DISTINCT FROM i.initprivs OR f.name = 'public'
