SELECT p.oid,
       p.pronamespace AS schema,
       p.proname::text AS name,
       array(SELECT format_type(a.type, NULL)
               FROM unnest(p.proargtypes::oid[]) WITH ORDINALITY AS a(type, place)
              ORDER BY a.place) AS types,
       p.proargmodes::text[] AS modes,
       p.proargnames AS names,
       p.proparallel::text AS parallel,
       a.aggkind::text AS kind,
       a.aggnumdirectargs AS direct,
       (SELECT f.oid || ' ' || f.proname FROM pg_proc f WHERE f.oid = a.aggtransfn) AS transition,
       format_type(a.aggtranstype, NULL) AS type,
       a.aggtransspace AS space,
       (SELECT f.oid || ' ' || f.proname FROM pg_proc f WHERE f.oid = a.aggfinalfn) AS final,
       a.aggfinalextra AS final_extra,
       a.aggfinalmodify::text AS final_modify,
       a.agginitval AS initial,
       (SELECT f.oid || ' ' || f.proname FROM pg_proc f WHERE f.oid = a.aggmtransfn) AS moving_transition,
       format_type(nullif(a.aggmtranstype, 0), NULL) AS moving_type,
       a.aggmtransspace AS moving_space,
       (SELECT f.oid || ' ' || f.proname FROM pg_proc f WHERE f.oid = a.aggminvtransfn) AS moving_inverse,
       (SELECT f.oid || ' ' || f.proname FROM pg_proc f WHERE f.oid = a.aggmfinalfn) AS moving_final,
       a.aggmfinalextra AS moving_final_extra,
       a.aggmfinalmodify::text AS moving_final_modify,
       a.aggminitval AS moving_initial,
       (SELECT f.oid || ' ' || f.proname FROM pg_proc f WHERE f.oid = a.aggcombinefn) AS combine,
       (SELECT f.oid || ' ' || f.proname FROM pg_proc f WHERE f.oid = a.aggserialfn) AS serialize,
       (SELECT f.oid || ' ' || f.proname FROM pg_proc f WHERE f.oid = a.aggdeserialfn) AS deserialize,
       (SELECT o.oid || ' ' || o.oprname FROM pg_operator o WHERE o.oid = a.aggsortop) AS sort_operator
  FROM pg_proc p
  JOIN pg_aggregate a ON a.aggfnoid = p.oid
  LEFT JOIN pg_depend e ON e.classid = 'pg_proc'::regclass AND e.objid = p.oid AND e.deptype = 'e'
 WHERE p.oid >= 16384
   AND e.objid IS NULL
