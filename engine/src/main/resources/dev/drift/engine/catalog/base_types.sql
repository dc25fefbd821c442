SELECT t.oid,
       t.typnamespace AS schema,
       t.typname::text AS name,
       t.typisdefined AS defined,
       (SELECT f.oid || ' ' || f.proname FROM pg_proc f WHERE f.oid = t.typinput) AS input,
       (SELECT f.oid || ' ' || f.proname FROM pg_proc f WHERE f.oid = t.typoutput) AS output,
       (SELECT f.oid || ' ' || f.proname FROM pg_proc f WHERE f.oid = t.typreceive) AS receive,
       (SELECT f.oid || ' ' || f.proname FROM pg_proc f WHERE f.oid = t.typsend) AS send,
       (SELECT f.oid || ' ' || f.proname FROM pg_proc f WHERE f.oid = t.typmodin) AS modifier_in,
       (SELECT f.oid || ' ' || f.proname FROM pg_proc f WHERE f.oid = t.typmodout) AS modifier_out,
       (SELECT f.oid || ' ' || f.proname FROM pg_proc f WHERE f.oid = t.typanalyze) AS analyze,
       (SELECT f.oid || ' ' || f.proname FROM pg_proc f WHERE f.oid = t.typsubscript) AS subscript, -- from 14
       NULL AS subscript, -- to 13
       t.typlen AS length,
       t.typbyval AS by_value,
       t.typalign::text AS alignment,
       t.typstorage::text AS storage,
       t.typcategory::text AS category,
       t.typispreferred AS preferred,
       t.typdelim::text AS delimiter,
       t.typdefault AS default_value,
       format_type(nullif(t.typelem, 0), NULL) AS element,
       t.typcollation <> 0 AS collatable
  FROM pg_type t
  LEFT JOIN pg_depend e ON e.classid = 'pg_type'::regclass AND e.objid = t.oid AND e.deptype = 'e'
 WHERE t.oid >= 16384
   AND (t.typtype = 'b' OR t.typtype = 'p' AND NOT t.typisdefined)
   AND NOT EXISTS (SELECT FROM pg_type x WHERE x.typarray = t.oid)
   AND e.objid IS NULL
