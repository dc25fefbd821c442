SELECT c.oid AS relation,
       c.relpersistence = 'u' AS unlogged,
       CASE c.relkind WHEN 'p' THEN pg_get_partkeydef(c.oid) END AS partition_key,
       CASE WHEN c.relispartition THEN pg_get_expr(c.relpartbound, c.oid) END AS bound,
       h.parents,
       c.reloptions AS options,
       t.reloptions AS toast_options,
       c.relrowsecurity AS row_security,
       c.relforcerowsecurity AS force_row_security,
       c.relreplident::text AS replica_identity,
       ri.relname::text AS replica_identity_index,
       m.amname::text AS access_method,
       s.spcname::text AS tablespace,
       CASE WHEN c.reloftype <> 0 THEN format_type(c.reloftype, NULL) END AS of_type,
       ci.relname::text AS cluster_on,
       fs.srvname::text AS server,
       f.ftoptions AS foreign_options
  FROM pg_class c
  LEFT JOIN pg_class t ON t.oid = c.reltoastrelid
  LEFT JOIN pg_am m ON m.oid = c.relam AND m.amname <> 'heap'
  LEFT JOIN pg_tablespace s ON s.oid = c.reltablespace
  LEFT JOIN (SELECT inhrelid, array_agg(inhparent::text ORDER BY inhseqno) AS parents
               FROM pg_inherits
              GROUP BY inhrelid) h ON h.inhrelid = c.oid
  LEFT JOIN pg_index r ON r.indrelid = c.oid AND r.indisreplident AND c.relreplident = 'i'
  LEFT JOIN pg_class ri ON ri.oid = r.indexrelid
  LEFT JOIN pg_index k ON k.indrelid = c.oid AND k.indisclustered
  LEFT JOIN pg_class ci ON ci.oid = k.indexrelid
  LEFT JOIN pg_foreign_table f ON f.ftrelid = c.oid
  LEFT JOIN pg_foreign_server fs ON fs.oid = f.ftserver
 WHERE c.oid >= 16384
   AND c.relkind IN ('r', 'p', 'f')
   AND c.relpersistence <> 't'
