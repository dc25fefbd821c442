SELECT x.oid,
       x.stxnamespace AS schema,
       x.stxname::text AS name,
       x.stxrelid AS relation,
       x.stxkeys::text AS columns,
       pg_get_statisticsobjdef_expressions(x.oid) AS expressions, -- from 14
       NULL AS expressions, -- to 13
       x.stxkind::text[] AS kinds,
       nullif(x.stxstattarget, -1) AS target -- from 13
       NULL AS target -- to 12
  FROM pg_statistic_ext x
 WHERE x.oid >= 16384
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_statistic_ext'::regclass AND e.objid = x.oid AND e.deptype = 'e')
