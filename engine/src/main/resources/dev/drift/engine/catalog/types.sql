SELECT t.oid,
       t.typnamespace AS schema,
       n.nspname::text AS schema_name,
       t.typname::text AS name,
       t.typtype::text AS kind,
       t.typrelid AS relation,
       CASE t.typtype WHEN 'd' THEN format_type(t.typbasetype, t.typtypmod) END AS base,
       t.typnotnull AS not_null,
       k.conname::text AS not_null_name, -- from 17
       NULL AS not_null_name, -- to 16
       pg_get_expr(t.typdefaultbin, 0) AS default_value,
       nullif(t.typcollation, b.typcollation) AS collation,
       v.labels,
       e.objid IS NOT NULL AS member
  FROM pg_type t
  JOIN pg_namespace n ON n.oid = t.typnamespace
  LEFT JOIN pg_type b ON t.typtype = 'd' AND b.oid = t.typbasetype
  LEFT JOIN pg_constraint k ON k.contypid = t.oid AND k.contype = 'n' -- from 17
  LEFT JOIN pg_class c ON c.oid = t.typrelid
  LEFT JOIN (SELECT enumtypid, array_agg(enumlabel::text ORDER BY enumsortorder) AS labels
               FROM pg_enum
              GROUP BY enumtypid) v ON v.enumtypid = t.oid
  LEFT JOIN pg_depend e ON e.classid = 'pg_type'::regclass AND e.objid = t.oid AND e.deptype = 'e'
 WHERE t.oid >= 16384
   AND (t.typcategory <> 'A' OR t.typtype = 'd')
   AND (t.typtype <> 'c' OR c.relkind = 'c')
