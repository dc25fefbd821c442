SELECT o.oid,
       o.opcnamespace AS schema,
       o.opcname::text AS name,
       m.amname::text AS method,
       o.opcdefault AS by_default,
       format_type(o.opcintype, NULL) AS type,
       format_type(nullif(nullif(o.opckeytype, o.opcintype), 0), NULL) AS storage,
       (SELECT f.oid || ' ' || f.opfname FROM pg_opfamily f WHERE f.oid = o.opcfamily) AS family
  FROM pg_opclass o
  JOIN pg_am m ON m.oid = o.opcmethod
  LEFT JOIN pg_depend e ON e.classid = 'pg_opclass'::regclass AND e.objid = o.oid AND e.deptype = 'e'
 WHERE o.oid >= 16384
   AND e.objid IS NULL
