SELECT f.oid,
       f.opfnamespace AS schema,
       f.opfname::text AS name,
       m.amname::text AS method,
       x.what,
       x.number::int AS number,
       format_type(nullif(x.left_type, 0), NULL) AS left,
       format_type(nullif(x.right_type, 0), NULL) AS right,
       x.member,
       x.ordering
  FROM pg_opfamily f
  JOIN pg_am m ON m.oid = f.opfmethod
  LEFT JOIN pg_depend e ON e.classid = 'pg_opfamily'::regclass AND e.objid = f.oid AND e.deptype = 'e'
  LEFT JOIN (SELECT a.amopfamily AS family, 'operator' AS what, a.amopstrategy AS number,
                    a.amoplefttype AS left_type, a.amoprighttype AS right_type,
                    (SELECT o.oid || ' ' || o.oprname FROM pg_operator o WHERE o.oid = a.amopopr) AS member,
                    (SELECT s.oid || ' ' || s.opfname FROM pg_opfamily s WHERE s.oid = a.amopsortfamily) AS ordering
               FROM pg_amop a
              WHERE a.amopfamily >= 16384
             UNION ALL
             SELECT a.amprocfamily, 'function', a.amprocnum, a.amproclefttype, a.amprocrighttype,
                    (SELECT p.oid || ' ' || p.proname FROM pg_proc p WHERE p.oid = a.amproc),
                    NULL
               FROM pg_amproc a
              WHERE a.amprocfamily >= 16384) x ON x.family = f.oid
 WHERE f.oid >= 16384
   AND e.objid IS NULL
