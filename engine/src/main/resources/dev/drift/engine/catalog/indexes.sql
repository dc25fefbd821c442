SELECT i.indexrelid AS oid,
       i.indrelid AS relation,
       c.relname::text AS name,
       m.amname::text AS method,
       i.indisunique AS is_unique,
       i.indnkeyatts AS key_count,
       i.indkey::text AS columns,
       i.indclass::text AS operator_classes,
       i.indcollation::text AS collations,
       i.indoption::text AS orders,
       pg_get_expr(i.indexprs, i.indrelid) AS expressions,
       pg_get_expr(i.indpred, i.indrelid) AS predicate,
       CASE WHEN i.indexprs IS NOT NULL AND m.amname IN ('btree', 'hash') THEN
         array(SELECT a.atttypid::text FROM pg_attribute a WHERE a.attrelid = i.indexrelid ORDER BY a.attnum)
       END AS types,
       CASE WHEN i.indexprs IS NOT NULL AND EXISTS (SELECT FROM unnest(i.indcollation) o WHERE o NOT IN (0, 100)) THEN
         pg_get_indexdef(i.indexrelid)
       END AS definition,
       CASE WHEN m.amname NOT IN ('btree', 'hash') THEN
         array(SELECT array_to_string(a.attoptions, E'\n') FROM pg_attribute a WHERE a.attrelid = i.indexrelid ORDER BY a.attnum)
       END AS key_options,
       i.indnullsnotdistinct AS nulls_not_distinct, -- from 15
       false AS nulls_not_distinct, -- to 14
       c.relkind = 'I' AS partitioned,
       i.indisvalid AS valid,
       i.indisready AS ready,
       c.reloptions AS options,
       s.spcname::text AS tablespace,
       k.oid IS NOT NULL AS behind_constraint,
       k.contype::text AS constraint_kind,
       CASE WHEN c.relispartition THEN pg_partition_root(c.oid)::oid::text END AS root
  FROM pg_index i
  JOIN pg_class c ON c.oid = i.indexrelid
  JOIN pg_am m ON m.oid = c.relam
  LEFT JOIN pg_tablespace s ON s.oid = c.reltablespace
  LEFT JOIN pg_constraint k ON k.conindid = i.indexrelid AND k.conrelid = i.indrelid AND k.contype IN ('p', 'u', 'x')
 WHERE i.indrelid >= 16384
   AND i.indislive
   AND c.relpersistence <> 't'
   AND EXISTS (SELECT FROM pg_class t WHERE t.oid = i.indrelid AND t.relkind IN ('r', 'p', 'm'))
