SELECT 'cast' AS kind,
       'pg_cast' AS catalog,
       x.oid,
       0::oid AS schema,
       '' AS name,
       array[format_type(x.castsource, NULL), format_type(x.casttarget, NULL), x.castmethod::text, x.castcontext::text] AS texts,
       array[(SELECT f.oid || ' ' || f.proname FROM pg_proc f WHERE f.oid = x.castfunc)] AS functions
  FROM pg_cast x
 WHERE x.oid >= 16384
   AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_cast'::regclass AND e.objid = x.oid AND e.deptype IN ('e', 'i'))
UNION ALL
SELECT 'conversion', 'pg_conversion', x.oid, x.connamespace, x.conname::text,
       array[pg_encoding_to_char(x.conforencoding)::text, pg_encoding_to_char(x.contoencoding)::text, x.condefault::text],
       array[(SELECT f.oid || ' ' || f.proname FROM pg_proc f WHERE f.oid = x.conproc)]
  FROM pg_conversion x
 WHERE x.oid >= 16384
   AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_conversion'::regclass AND e.objid = x.oid AND e.deptype = 'e')
UNION ALL
SELECT 'transform', 'pg_transform', x.oid, 0, '',
       array[format_type(x.trftype, NULL), (SELECT l.lanname::text FROM pg_language l WHERE l.oid = x.trflang)],
       array[(SELECT f.oid || ' ' || f.proname FROM pg_proc f WHERE f.oid = x.trffromsql),
             (SELECT f.oid || ' ' || f.proname FROM pg_proc f WHERE f.oid = x.trftosql)]
  FROM pg_transform x
 WHERE x.oid >= 16384
   AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_transform'::regclass AND e.objid = x.oid AND e.deptype = 'e')
UNION ALL
SELECT 'language', 'pg_language', x.oid, 0, x.lanname::text,
       array[x.lanpltrusted::text],
       array[(SELECT f.oid || ' ' || f.proname FROM pg_proc f WHERE f.oid = x.lanplcallfoid),
             (SELECT f.oid || ' ' || f.proname FROM pg_proc f WHERE f.oid = x.laninline),
             (SELECT f.oid || ' ' || f.proname FROM pg_proc f WHERE f.oid = x.lanvalidator)]
  FROM pg_language x
 WHERE x.oid >= 16384
   AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_language'::regclass AND e.objid = x.oid AND e.deptype = 'e')
UNION ALL
SELECT 'access-method', 'pg_am', x.oid, 0, x.amname::text,
       array[x.amtype::text],
       array[(SELECT f.oid || ' ' || f.proname FROM pg_proc f WHERE f.oid = x.amhandler)]
  FROM pg_am x
 WHERE x.oid >= 16384
   AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_am'::regclass AND e.objid = x.oid AND e.deptype = 'e')
UNION ALL
SELECT 'text-search-parser', 'pg_ts_parser', x.oid, x.prsnamespace, x.prsname::text,
       array[]::text[],
       array[(SELECT f.oid || ' ' || f.proname FROM pg_proc f WHERE f.oid = x.prsstart),
             (SELECT f.oid || ' ' || f.proname FROM pg_proc f WHERE f.oid = x.prstoken),
             (SELECT f.oid || ' ' || f.proname FROM pg_proc f WHERE f.oid = x.prsend),
             (SELECT f.oid || ' ' || f.proname FROM pg_proc f WHERE f.oid = x.prslextype),
             (SELECT f.oid || ' ' || f.proname FROM pg_proc f WHERE f.oid = x.prsheadline)]
  FROM pg_ts_parser x
 WHERE x.oid >= 16384
   AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_ts_parser'::regclass AND e.objid = x.oid AND e.deptype = 'e')
UNION ALL
SELECT 'text-search-template', 'pg_ts_template', x.oid, x.tmplnamespace, x.tmplname::text,
       array[]::text[],
       array[(SELECT f.oid || ' ' || f.proname FROM pg_proc f WHERE f.oid = x.tmplinit),
             (SELECT f.oid || ' ' || f.proname FROM pg_proc f WHERE f.oid = x.tmpllexize)]
  FROM pg_ts_template x
 WHERE x.oid >= 16384
   AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_ts_template'::regclass AND e.objid = x.oid AND e.deptype = 'e')
UNION ALL
SELECT 'text-search-dictionary', 'pg_ts_dict', x.oid, x.dictnamespace, x.dictname::text,
       array[(SELECT t.oid || ' ' || t.tmplname FROM pg_ts_template t WHERE t.oid = x.dicttemplate), x.dictinitoption],
       array[]::text[]
  FROM pg_ts_dict x
 WHERE x.oid >= 16384
   AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_ts_dict'::regclass AND e.objid = x.oid AND e.deptype = 'e')
UNION ALL
SELECT 'text-search-configuration', 'pg_ts_config', x.oid, x.cfgnamespace, x.cfgname::text,
       array[(SELECT p.oid || ' ' || p.prsname FROM pg_ts_parser p WHERE p.oid = x.cfgparser)]
       || array(SELECT t.alias || ' ' || d.oid || ' ' || d.dictname
                  FROM pg_ts_config_map m
                  JOIN ts_token_type(x.cfgparser) t ON t.tokid = m.maptokentype
                  JOIN pg_ts_dict d ON d.oid = m.mapdict
                 WHERE m.mapcfg = x.oid
                 ORDER BY m.maptokentype, m.mapseqno),
       array[]::text[]
  FROM pg_ts_config x
 WHERE x.oid >= 16384
   AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_ts_config'::regclass AND e.objid = x.oid AND e.deptype = 'e')
 ORDER BY 3
