SELECT t.oid,
       t.typnamespace AS schema,
       t.typname::text AS name,
       format_type(r.rngsubtype, NULL) AS subtype,
       r.rngsubtype AS subtype_oid,
       r.rngsubopc AS operator_class,
       nullif(r.rngcollation, s.typcollation) AS collation,
       (SELECT f.oid || ' ' || f.proname FROM pg_proc f WHERE f.oid = r.rngcanonical) AS canonical,
       (SELECT f.oid || ' ' || f.proname FROM pg_proc f WHERE f.oid = r.rngsubdiff) AS difference,
       mn.nspname::text AS multirange_schema, -- from 14
       NULL AS multirange_schema, -- to 13
       m.typname::text AS multirange -- from 14
       NULL AS multirange -- to 13
  FROM pg_range r
  JOIN pg_type t ON t.oid = r.rngtypid
  JOIN pg_type s ON s.oid = r.rngsubtype
  LEFT JOIN pg_type m ON m.oid = r.rngmultitypid -- from 14
  LEFT JOIN pg_namespace mn ON mn.oid = m.typnamespace -- from 14
  LEFT JOIN pg_depend e ON e.classid = 'pg_type'::regclass AND e.objid = t.oid AND e.deptype = 'e'
 WHERE t.oid >= 16384
   AND e.objid IS NULL
