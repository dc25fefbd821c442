SELECT o.oid,
       n.nspname::text AS schema,
       o.opcname::text AS name,
       m.amname::text AS method,
       o.opcintype AS type_oid,
       o.opcdefault AS by_default,
       e.objid IS NOT NULL AS member
  FROM pg_opclass o
  JOIN pg_namespace n ON n.oid = o.opcnamespace
  JOIN pg_am m ON m.oid = o.opcmethod
  LEFT JOIN pg_depend e ON e.classid = 'pg_opclass'::regclass AND e.objid = o.oid AND e.deptype = 'e'
