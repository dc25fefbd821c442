SELECT o.oid,
       o.oprnamespace AS schema,
       o.oprname::text AS name,
       format_type(nullif(o.oprleft, 0), NULL) AS left,
       format_type(nullif(o.oprright, 0), NULL) AS right,
       (SELECT f.oid || ' ' || f.proname FROM pg_proc f WHERE f.oid = o.oprcode) AS function,
       (SELECT x.oid || ' ' || x.oprname FROM pg_operator x WHERE x.oid = o.oprcom) AS commutator,
       (SELECT x.oid || ' ' || x.oprname FROM pg_operator x WHERE x.oid = o.oprnegate) AS negator,
       (SELECT f.oid || ' ' || f.proname FROM pg_proc f WHERE f.oid = o.oprrest) AS restrict,
       (SELECT f.oid || ' ' || f.proname FROM pg_proc f WHERE f.oid = o.oprjoin) AS join,
       o.oprcanhash AS hashes,
       o.oprcanmerge AS merges
  FROM pg_operator o
  LEFT JOIN pg_depend e ON e.classid = 'pg_operator'::regclass AND e.objid = o.oid AND e.deptype = 'e'
 WHERE o.oid >= 16384
   AND e.objid IS NULL
