SELECT t.oid,
       t.evtname::text AS name,
       t.evtevent::text AS event,
       t.evttags AS tags,
       t.evtenabled::text AS enabled,
       p.proname::text AS function,
       CASE WHEN m.objid IS NULL THEN n.nspname::text ELSE '' END AS function_schema
  FROM pg_event_trigger t
  JOIN pg_proc p ON p.oid = t.evtfoid
  JOIN pg_namespace n ON n.oid = p.pronamespace
  LEFT JOIN pg_depend m ON m.classid = 'pg_proc'::regclass AND m.objid = p.oid AND m.deptype = 'e'
 WHERE t.oid >= 16384
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_event_trigger'::regclass AND e.objid = t.oid AND e.deptype = 'e')
