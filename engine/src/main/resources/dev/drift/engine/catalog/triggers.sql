SELECT g.oid,
       g.tgrelid AS relation,
       g.tgname::text AS name,
       g.tgtype AS type,
       g.tgenabled::text AS enabled,
       g.tgattr::text AS columns,
       g.tgconstraint <> 0 AS is_constraint,
       g.tgdeferrable AS is_deferrable,
       g.tginitdeferred AS is_deferred,
       g.tgconstrrelid AS referenced,
       g.tgoldtable::text AS old_table,
       g.tgnewtable::text AS new_table,
       g.tgparentid::text AS parent, -- from 13
       '0' AS parent, -- to 12
       encode(g.tgargs, 'hex') AS arguments,
       CASE WHEN g.tgqual IS NOT NULL THEN pg_get_triggerdef(g.oid) END AS definition,
       p.proname::text AS function,
       CASE WHEN e.objid IS NULL THEN n.nspname::text ELSE '' END AS function_schema
  FROM pg_trigger g
  JOIN pg_proc p ON p.oid = g.tgfoid
  JOIN pg_namespace n ON n.oid = p.pronamespace
  LEFT JOIN pg_depend e ON e.classid = 'pg_proc'::regclass AND e.objid = p.oid AND e.deptype = 'e'
 WHERE g.tgrelid >= 16384
   AND (NOT g.tgisinternal OR g.tgparentid <> 0) -- from 13
   AND NOT g.tgisinternal -- to 12
   AND NOT (n.nspname = 'pg_catalog' AND p.proname LIKE 'RI\_FKey\_%')
