-- Queries whose text the server changes a good deal.
CREATE DOMAIN identifier AS name COLLATE "C";
CREATE DOMAIN answer AS varchar(3) COLLATE "C" CHECK (value IN ('YES', 'NO'));
CREATE DOMAIN moment AS timestamp(2) with time zone;
CREATE TABLE relation (
  oid oid, called name COLLATE "C", place identifier COLLATE "C", owned oid, rights aclitem[],
  kind "char", bits smallint, keys smallint[], size integer, said text, flag boolean);

CREATE VIEW literals_of_domains AS
  SELECT CAST('YES' AS answer) AS yes, CAST(NULL AS answer) AS nothing, CAST(NULL AS moment) AS never,
    CAST(CASE WHEN kind = 'r' THEN 'YES' ELSE 'NO' END AS answer) AS some,
    ('x'::text)::answer AS long, ('x'::varchar(3))::answer AS short, size::answer AS cut
  FROM relation;

-- The fields of a composite result are written out.
CREATE VIEW expanded AS
  SELECT x.grantee, x.privilege_type
  FROM (SELECT oid, (aclexplode(coalesce(rights, acldefault('r', owned)))).* FROM relation)
    AS x (oid, grantor, grantee, privilege_type, is_grantable);

CREATE VIEW compared_by_field AS
  SELECT a.oid FROM relation a WHERE (a.place, a.called) <> ('pg_catalog', 'default');

CREATE VIEW by_kind AS
  SELECT CASE bits & 1 WHEN 1 THEN 'ROW' ELSE 'STATEMENT' END AS level,
    rank() OVER (PARTITION BY place::identifier, bits & 66 ORDER BY called) AS place,
    substring(said from position('EXECUTE' in substring(said from 48)) + 47) AS rest
  FROM relation, (VALUES (4, 'INSERT'), (8, 'DELETE')) AS event (num, text)
  WHERE bits & event.num <> 0 AND kind NOT IN ('t', 'x');

CREATE VIEW several AS
  SELECT CAST(NULL AS answer) AS c UNION ALL SELECT CAST(said AS answer) FROM relation;

-- VALUES with column names is printed as a query of it; a row is compared with a query's columns.
CREATE VIEW listed (code, label) AS VALUES (1, 'one'), (2, 'two'::varchar);
CREATE VIEW listed_plainly AS VALUES (1, 'one'), (2, NULL);
CREATE VIEW matched AS
  SELECT (a.size, a.called) IN (SELECT b.bits, b.said FROM relation b) AS one,
    (a.bits, 'x') NOT IN (SELECT b.size, b.said FROM relation b) AS two
  FROM relation a
  WHERE (a.oid, a.said) IN (SELECT b.owned, b.called FROM relation b WHERE b.flag);
-- A whole row is of the table, not of its columns.
CREATE TYPE inner_pair AS (a integer, b real);
CREATE TABLE whole_rows (a integer, pair inner_pair);
CREATE VIEW whole_row AS SELECT x AS whole, x.a FROM whole_rows x;
ALTER TABLE whole_rows DROP COLUMN pair;
-- A column is used by the name that a list of aliases gives it.
CREATE TABLE joined_by (a integer, c integer);
CREATE VIEW by_using AS SELECT x.a FROM joined_by x JOIN joined_by USING (a);
CREATE VIEW by_alias AS SELECT z.p FROM joined_by z (p, q);
ALTER TABLE joined_by RENAME COLUMN a TO b;
ALTER TABLE joined_by DROP COLUMN b CASCADE;
