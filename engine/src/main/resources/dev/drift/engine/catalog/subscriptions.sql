SELECT s.subname::text AS name,
       s.subpublications AS publications,
       CASE WHEN NOT s.subenabled THEN 'false' END AS enabled,
       CASE WHEN s.subslotname IS DISTINCT FROM s.subname THEN coalesce(s.subslotname::text, 'none') END AS slot_name,
       s.oid::text AS oid, -- from 14
       NULL AS oid, -- to 13
       nullif(s.subsynccommit, 'off') AS synchronous_commit, -- from 14
       NULL AS synchronous_commit, -- to 13
       CASE WHEN s.subbinary THEN 'true' END AS binary, -- from 14
       NULL AS binary, -- to 13
       CASE s.substream::text WHEN 'f' THEN 'false' WHEN 't' THEN 'true' END AS streaming, -- from 18
       CASE s.substream::text WHEN 'p' THEN 'parallel' WHEN 't' THEN 'true' WHEN 'true' THEN 'true' END AS streaming, -- from 14 to 17
       NULL AS streaming, -- to 13
       CASE WHEN s.subtwophasestate <> 'd' THEN 'true' END AS two_phase, -- from 15
       NULL AS two_phase, -- to 14
       CASE WHEN s.subdisableonerr THEN 'true' END AS disable_on_error, -- from 15
       NULL AS disable_on_error, -- to 14
       CASE WHEN NOT s.subpasswordrequired THEN 'false' END AS password_required, -- from 16
       NULL AS password_required, -- to 15
       CASE WHEN s.subrunasowner THEN 'true' END AS run_as_owner, -- from 16
       NULL AS run_as_owner, -- to 15
       nullif(s.suborigin, 'any') AS origin, -- from 16
       NULL AS origin, -- to 15
       CASE WHEN s.subfailover THEN 'true' END AS failover -- from 17
       NULL AS failover -- to 16
  FROM pg_subscription s
  JOIN pg_database d ON d.oid = s.subdbid AND d.datname = current_database()
