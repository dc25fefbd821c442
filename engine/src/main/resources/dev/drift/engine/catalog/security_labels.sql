SELECT l.classoid::regclass::text AS catalog,
       l.objoid AS oid,
       l.objsubid AS number,
       l.provider,
       l.label
  FROM pg_seclabel l
 WHERE l.objoid >= 16384
