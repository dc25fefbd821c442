SELECT 'language' AS kind, count(*)::int AS objects
  FROM pg_language x
 WHERE x.oid >= 16384
   AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_language'::regclass AND e.objid = x.oid AND e.deptype = 'e')
UNION ALL
SELECT 'collation', count(*)::int
  FROM pg_collation x
 WHERE x.oid >= 16384
   AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_collation'::regclass AND e.objid = x.oid AND e.deptype = 'e')
UNION ALL
SELECT 'conversion', count(*)::int
  FROM pg_conversion x
 WHERE x.oid >= 16384
   AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_conversion'::regclass AND e.objid = x.oid AND e.deptype = 'e')
UNION ALL
SELECT 'base-type', count(*)::int
  FROM pg_type x
 WHERE x.oid >= 16384
   AND x.typtype = 'b' AND x.typcategory <> 'A'
   AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_type'::regclass AND e.objid = x.oid AND e.deptype = 'e')
UNION ALL
SELECT 'range-type', count(*)::int
  FROM pg_type x
 WHERE x.oid >= 16384
   AND x.typtype = 'r'
   AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_type'::regclass AND e.objid = x.oid AND e.deptype = 'e')
UNION ALL
SELECT 'text-search-parser', count(*)::int
  FROM pg_ts_parser x
 WHERE x.oid >= 16384
   AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_ts_parser'::regclass AND e.objid = x.oid AND e.deptype = 'e')
UNION ALL
SELECT 'text-search-template', count(*)::int
  FROM pg_ts_template x
 WHERE x.oid >= 16384
   AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_ts_template'::regclass AND e.objid = x.oid AND e.deptype = 'e')
UNION ALL
SELECT 'text-search-dictionary', count(*)::int
  FROM pg_ts_dict x
 WHERE x.oid >= 16384
   AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_ts_dict'::regclass AND e.objid = x.oid AND e.deptype = 'e')
UNION ALL
SELECT 'text-search-configuration', count(*)::int
  FROM pg_ts_config x
 WHERE x.oid >= 16384
   AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_ts_config'::regclass AND e.objid = x.oid AND e.deptype = 'e')
UNION ALL
SELECT 'access-method', count(*)::int
  FROM pg_am x
 WHERE x.oid >= 16384
   AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_am'::regclass AND e.objid = x.oid AND e.deptype = 'e')
UNION ALL
SELECT 'aggregate', count(*)::int
  FROM pg_proc x
 WHERE x.oid >= 16384
   AND x.prokind = 'a'
   AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_proc'::regclass AND e.objid = x.oid AND e.deptype = 'e')
UNION ALL
SELECT 'operator', count(*)::int
  FROM pg_operator x
 WHERE x.oid >= 16384
   AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_operator'::regclass AND e.objid = x.oid AND e.deptype = 'e')
UNION ALL
SELECT 'operator-family', count(*)::int
  FROM pg_opfamily x
 WHERE x.oid >= 16384
   AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_opfamily'::regclass AND e.objid = x.oid AND e.deptype = 'e')
UNION ALL
SELECT 'operator-class', count(*)::int
  FROM pg_opclass x
 WHERE x.oid >= 16384
   AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_opclass'::regclass AND e.objid = x.oid AND e.deptype = 'e')
UNION ALL
SELECT 'cast', count(*)::int
  FROM pg_cast x
 WHERE x.oid >= 16384
   AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_cast'::regclass AND e.objid = x.oid AND e.deptype IN ('e', 'i'))
UNION ALL
SELECT 'transform', count(*)::int
  FROM pg_transform x
 WHERE x.oid >= 16384
   AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_transform'::regclass AND e.objid = x.oid AND e.deptype = 'e')
