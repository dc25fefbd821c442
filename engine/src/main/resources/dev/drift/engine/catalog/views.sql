SELECT c.oid AS relation,
       pg_get_viewdef(c.oid) AS query,
       c.reloptions AS options,
       m.amname::text AS access_method,
       s.spcname::text AS tablespace,
       NOT c.relispopulated AS unfilled,
       u.relations,
       u.routines
  FROM pg_class c
  LEFT JOIN pg_am m ON m.oid = c.relam AND m.amname <> 'heap'
  LEFT JOIN pg_tablespace s ON s.oid = c.reltablespace
  LEFT JOIN (SELECT r.ev_class,
                    array_agg(DISTINCT d.refobjid::text)
                      FILTER (WHERE d.refclassid = 'pg_class'::regclass AND d.refobjid <> r.ev_class) AS relations,
                    array_agg(DISTINCT d.refobjid::text)
                      FILTER (WHERE d.refclassid = 'pg_proc'::regclass) AS routines
               FROM pg_rewrite r
               JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid
              WHERE r.oid >= 16384 AND r.rulename = '_RETURN'
              GROUP BY r.ev_class) u ON u.ev_class = c.oid
 WHERE c.oid >= 16384
   AND c.relkind IN ('v', 'm')
   AND c.relpersistence <> 't'
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
