SELECT p.oid,
       p.pubname::text AS name,
       p.puballtables AS all_tables,
       p.pubinsert AS publishes_insert,
       p.pubupdate AS publishes_update,
       p.pubdelete AS publishes_delete,
       p.pubtruncate AS publishes_truncate,
       p.pubviaroot AS via_root, -- from 13
       false AS via_root, -- to 12
       p.pubgencols::text AS generated_columns, -- from 18
       'n' AS generated_columns, -- to 17
       array(SELECT coalesce(r.prattrs::text, '') FROM pg_publication_rel r WHERE r.prpubid = p.oid ORDER BY r.oid) AS columns, -- from 15
       NULL AS columns, -- to 14
       array(SELECT coalesce(pg_get_expr(r.prqual, r.prrelid), '') FROM pg_publication_rel r WHERE r.prpubid = p.oid ORDER BY r.oid) AS conditions, -- from 15
       NULL AS conditions, -- to 14
       array(SELECT n.nspname::text FROM pg_publication_namespace s JOIN pg_namespace n ON n.oid = s.pnnspid WHERE s.pnpubid = p.oid) AS schemas, -- from 15
       NULL AS schemas, -- to 14
       array(SELECT r.prrelid::text FROM pg_publication_rel r WHERE r.prpubid = p.oid ORDER BY r.oid) AS tables
  FROM pg_publication p
 WHERE p.oid >= 16384
   AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_publication'::regclass AND e.objid = p.oid AND e.deptype = 'e')
