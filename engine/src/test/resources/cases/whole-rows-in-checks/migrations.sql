CREATE TABLE item (
  id int,
  b int,
  CHECK ((item.*) IS NOT NULL),
  CHECK (item IS NOT NULL),
  CHECK (ROW(item.*, 1) IS NOT NULL),
  CHECK ((item.*, b) IS NOT NULL),
  CHECK ((item).b > 1 AND (item.*) = ROW(1, 2)),
  CHECK ((item).id > 1)
);
CREATE INDEX filled ON item ((item IS NOT NULL), (ROW(item.*) IS NULL));
CREATE POLICY own ON item USING (ROW(item.*) IS NOT NULL AND EXISTS (SELECT FROM item x WHERE ROW(x.*) = ROW(item.*)));
ALTER TABLE item RENAME TO thing;
ALTER TABLE thing ADD c int;
ALTER TABLE thing RENAME id TO number;
CREATE VIEW open AS SELECT 'x'::unknown AS a, null::unknown AS b, null AS c, ('y'::unknown)::text AS d;
CREATE TABLE opened AS SELECT 'x'::unknown AS a, null AS b;
