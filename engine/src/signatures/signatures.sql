-- The facts of pg_catalog that typing needs, one line a fact or a name; class Signatures reads them.
-- On the newest server supported:
--   psql -XAtq -d postgres -f engine/src/signatures/signatures.sql \
--     > engine/src/main/resources/dev/drift/engine/canon/typing/signatures.txt
--
-- t name category preferred [r subtype | m range]    a type of pg_type; r: range, m: multirange
-- c source target context method                     pg_cast: i|a|e and f|i|b
-- o name left,right>result;…                         operators by name; prefix operators have no left
-- f name arguments>result;…                          functions by name; * before the last argument:
--                                                    VARIADIC, =n: so many have defaults, * before the
--                                                    result: a set, {name type,…}: OUT parameters
SET client_encoding = 'UTF8';
CREATE TEMP VIEW spelled AS
  SELECT t.oid,
         CASE WHEN t.typelem <> 0 AND t.typcategory = 'A' AND e.typname IS NOT NULL AND t.typname = '_' || e.typname
              THEN e.typname || '[]' ELSE t.typname END AS name
  FROM pg_type t LEFT JOIN pg_type e ON e.oid = t.typelem
  WHERE t.typnamespace = 'pg_catalog'::regnamespace;
CREATE TEMP VIEW hidden AS
  SELECT oid FROM pg_type
  WHERE typname IN ('internal', 'cstring', 'trigger', 'event_trigger', 'language_handler', 'fdw_handler',
                    'index_am_handler', 'table_am_handler', 'tsm_handler', 'pg_ddl_command', 'opaque', '_cstring');
SELECT concat_ws(' ', 't', t.typname, t.typcategory, t.typispreferred,
                 CASE WHEN r.rngtypid = t.oid THEN 'r ' || s.name WHEN r.rngmultitypid = t.oid THEN 'm ' || g.name END)
FROM pg_type t
LEFT JOIN pg_range r ON t.oid IN (r.rngtypid, r.rngmultitypid)
LEFT JOIN spelled s ON s.oid = r.rngsubtype
LEFT JOIN spelled g ON g.oid = r.rngtypid
WHERE t.typnamespace = 'pg_catalog'::regnamespace AND t.typtype IN ('b', 'p', 'r', 'm')
  AND t.typname !~ '^_' AND t.oid NOT IN (SELECT oid FROM hidden)
ORDER BY t.typname COLLATE "C";
SELECT concat_ws(' ', 'c', s.name, d.name, c.castcontext, c.castmethod)
FROM pg_cast c JOIN spelled s ON s.oid = c.castsource JOIN spelled d ON d.oid = c.casttarget
ORDER BY s.name COLLATE "C", d.name COLLATE "C";
SELECT 'o ' || oprname || ' ' || string_agg(
         coalesce(l.name, '') || ',' || r.name || '>' || x.name, ';'
         ORDER BY coalesce(l.name, '') COLLATE "C", r.name COLLATE "C")
FROM pg_operator o
LEFT JOIN spelled l ON l.oid = o.oprleft JOIN spelled r ON r.oid = o.oprright JOIN spelled x ON x.oid = o.oprresult
WHERE o.oprnamespace = 'pg_catalog'::regnamespace
GROUP BY oprname ORDER BY oprname COLLATE "C";
SELECT 'f ' || p.proname || ' ' || string_agg(p.arguments || '>' || p.result, ';' ORDER BY p.arguments COLLATE "C", p.result COLLATE "C")
FROM (
  SELECT p.proname,
         coalesce((SELECT string_agg(CASE WHEN p.provariadic <> 0 AND a.n = p.pronargs THEN '*' ELSE '' END || s.name, ',' ORDER BY a.n)
                   FROM unnest(p.proargtypes::oid[]) WITH ORDINALITY AS a(type, n) JOIN spelled s ON s.oid = a.type), '')
         || CASE WHEN p.pronargdefaults > 0 THEN '=' || p.pronargdefaults ELSE '' END AS arguments,
         CASE WHEN p.proretset THEN '*' ELSE '' END || r.name
         || coalesce((SELECT '{' || string_agg(a.name || ' ' || s.name, ',' ORDER BY a.n) || '}'
                      FROM unnest(p.proallargtypes, p.proargmodes, p.proargnames) WITH ORDINALITY AS a(type, mode, name, n)
                      JOIN spelled s ON s.oid = a.type WHERE a.mode IN ('o', 'b', 't')), '') AS result
  FROM pg_proc p JOIN spelled r ON r.oid = p.prorettype
  WHERE p.pronamespace = 'pg_catalog'::regnamespace AND p.prokind <> 'p'
    AND p.prorettype NOT IN (SELECT oid FROM hidden)
    AND NOT p.proargtypes::oid[] && (SELECT array_agg(oid) FROM hidden)
) p
GROUP BY p.proname ORDER BY p.proname COLLATE "C";
