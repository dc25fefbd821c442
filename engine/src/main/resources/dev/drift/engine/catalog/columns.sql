SELECT a.attrelid AS relation,
       a.attnum AS number,
       a.attname::text AS name,
       a.atttypid AS type_oid,
       format_type(a.atttypid, a.atttypmod) AS type,
       a.attnotnull AS not_null,
       n.conname::text AS not_null_name, -- from 18
       NULL AS not_null_name, -- to 17
       n.connoinherit AS no_inherit, -- from 18
       n.convalidated AS validated, -- from 18
       n.conislocal AS local, -- from 18
       n.coninhcount > 0 AS not_null_inherited, -- from 18
       a.attidentity::text AS identity,
       a.attgenerated::text AS generated,
       CASE a.attgenerated WHEN '' THEN pg_get_expr(d.adbin, 0) ELSE pg_get_expr(d.adbin, d.adrelid) END AS expression,
       a.attcollation AS collation_oid,
       a.attcollation <> t.typcollation AS own_collation,
       CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage::text END AS storage,
       nullif(a.attcompression::text, '') AS compression, -- from 14
       NULL AS compression, -- to 13
       nullif(a.attstattarget, -1) AS statistics,
       a.attoptions AS options,
       a.attfdwoptions AS foreign_options,
       NOT a.attislocal AS inherited
  FROM pg_class c
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  JOIN pg_type t ON t.oid = a.atttypid
  LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
  LEFT JOIN pg_constraint n ON n.conrelid = a.attrelid AND n.contype = 'n' AND n.conkey[1] = a.attnum -- from 18
 WHERE c.oid >= 16384
   AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'c')
   AND c.relpersistence <> 't'
 ORDER BY a.attrelid, a.attnum
