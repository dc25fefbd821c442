SELECT k.oid,
       k.conrelid AS relation,
       k.contypid AS domain,
       k.conname::text AS name,
       k.contype::text AS kind,
       k.condeferrable AS is_deferrable,
       k.condeferred AS is_deferred,
       k.convalidated AS validated,
       k.connoinherit AS no_inherit,
       k.conindid AS index,
       CASE k.contype WHEN 'f' THEN
         (SELECT c.relname::text FROM pg_class c WHERE c.oid = k.conindid)
       END AS index_name,
       array_to_string(k.conkey, ' ') AS columns,
       CASE k.contype WHEN 'c' THEN pg_get_expr(k.conbin, k.conrelid) END AS expression,
       k.confrelid AS referenced,
       array_to_string(k.confkey, ' ') AS referenced_columns,
       k.confmatchtype::text AS match,
       k.confupdtype::text AS on_update,
       k.confdeltype::text AS on_delete,
       array_to_string(k.confdelsetcols, ' ') AS set_columns, -- from 15
       NULL AS set_columns, -- to 14
       k.conenforced AS enforced, -- from 18
       true AS enforced, -- to 17
       k.conperiod AS period, -- from 18
       false AS period, -- to 17
       CASE k.contype WHEN 'x' THEN
         array(SELECT o.oprname::text
                 FROM unnest(k.conexclop) WITH ORDINALITY AS x(oid, place)
                 JOIN pg_operator o ON o.oid = x.oid
                ORDER BY x.place)
       END AS operators
  FROM pg_constraint k
 WHERE k.oid >= 16384
   AND k.contype IN ('c', 'p', 'u', 'x', 'f')
   AND k.conparentid = 0
   AND (k.coninhcount = 0 OR k.conislocal)
