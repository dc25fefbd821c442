SELECT r.oid,
       r.ev_class AS relation,
       r.rulename::text AS name,
       r.ev_type::text AS event,
       r.is_instead AS instead,
       r.ev_enabled::text AS enabled,
       pg_get_ruledef(r.oid) AS definition,
       array(SELECT DISTINCT d.refobjid::text
               FROM pg_depend d
              WHERE d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid
                AND d.refclassid = 'pg_class'::regclass AND d.deptype = 'n') AS relations,
       array(SELECT DISTINCT d.refobjid::text
               FROM pg_depend d
              WHERE d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid
                AND d.refclassid = 'pg_proc'::regclass) AS routines
  FROM pg_rewrite r
 WHERE r.oid >= 16384
   AND r.rulename <> '_RETURN'
